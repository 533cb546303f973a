"""Pictures of pages with words marked, so that a reader sees where a text was taken from."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageDraw

from regkb.errors import UnreadableDocument
from regkb.ingest.pdf_letters import Box
from regkb.schemas.record import Span
from regkb.schemas.stages import Layout

_SCALE = 2.0
_MARK = (255, 221, 51, 90)
_FRAME = (214, 142, 0, 255)
_MARGIN = 3


def draw_spans(data: bytes, layout: Layout, spans: Sequence[Span], out: Path | BinaryIO) -> list[int]:
    """Write a picture (PNG) of the pages on which spans stand, their words marked; several pages one below another.

    `data` is the PDF, `spans` are raw offsets. Returns the pages, from 1. Raises UnreadableDocument where the spans
    have no place on a page or the PDF does not open.
    """
    boxes = _boxes_by_page(layout, spans)
    if not boxes:
        raise UnreadableDocument("these words have no place on a page", "leave out --picture")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(f"the PDF cannot be opened: {error}", "give the file that was ingested") from None
    try:
        pictures = [_mark(document[page - 1], rows) for page, rows in sorted(boxes.items())]
    finally:
        document.close()
    sheet = Image.new("RGB", (max(p.width for p in pictures), sum(p.height for p in pictures)), "white")
    top = 0
    for picture in pictures:
        sheet.paste(picture, (0, top))
        top += picture.height
    sheet.save(out, "PNG")
    return sorted(boxes)


def _boxes_by_page(layout: Layout, spans: Sequence[Span]) -> dict[int, list[Box]]:
    """Return the boxes of the rows that spans cover, by page; letters without a place are passed over."""
    found: dict[int, list[Box]] = {}
    for start, end in spans:
        for offset in range(start, end):
            box = layout.box_of(offset)
            if box[0] == box[2]:
                continue
            rows = found.setdefault(layout.page_of(offset), [])
            if rows and _in_row(rows[-1], box):
                last = rows[-1]
                rows[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
            else:
                rows.append(box)
    return found


def _in_row(row: Box, box: Box) -> bool:
    """Tell whether a letter's box goes on with a row: their middles are level and it stands not far away."""
    height = row[3] - row[1]
    level = row[1] <= (box[1] + box[3]) / 2 <= row[3]
    return level and -height < box[0] - row[2] < 4 * height


def _mark(page: pypdfium2.PdfPage, boxes: Sequence[Box]) -> Image.Image:
    """Return a picture of a page with boxes marked."""
    picture: Image.Image = page.render(scale=_SCALE).to_pil().convert("RGB")
    draw = ImageDraw.Draw(picture, "RGBA")
    for box in boxes:
        corners = list(_to_picture(page, box, picture.size))
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        frame = (min(xs) - _MARGIN, min(ys) - _MARGIN, max(xs) + _MARGIN, max(ys) + _MARGIN)
        draw.rectangle(frame, fill=_MARK, outline=_FRAME)
    return picture


def _to_picture(page: pypdfium2.PdfPage, box: Box, size: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield two corners of a box as they stand in the picture, whose page may be turned."""
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        device_x, device_y = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, ctypes.byref(device_x), ctypes.byref(device_y))
        yield device_x.value, device_y.value
