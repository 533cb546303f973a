"""A reader for tests: the file's first line is a JSON object with fields of the record, the rest its paragraphs."""

import json
import time

from regkb.schemas.record import Act, Paragraph
from regkb.schemas.stages import RawDocument


def write_act(number, title="Үлгі туралы", language="kk", lines=("Бірінші.", "Екінші."), **fields):
    """Return the text of a specimen that `read_stub` reads."""
    head = {"number": number, "title": title, "language": language, **fields}
    return "\n".join([json.dumps(head, ensure_ascii=False), *lines]) + "\n"


def read_stub(document: RawDocument) -> Act:
    """Read a specimen; `{"crash": true}` is an error of our own, `{"seconds": 5}` takes so long."""
    if not document.text.startswith("{"):
        return Act(id="/akn/kz/act/other/x/y/z", language="kk")
    first, *rest = document.text.splitlines()
    fields = json.loads(first)
    time.sleep(fields.pop("seconds", 0))
    if fields.pop("crash", False):
        raise ZeroDivisionError("a fault of the reader")
    paragraphs = [Paragraph(path="title", text=fields["title"], spans=[(0, len(first))])]
    end = len(first) + 1
    for number, line in enumerate(rest, 1):
        paragraphs.append(Paragraph(path=f"point:{number}", text=line, spans=[(end, end + len(line))]))
        end += len(line) + 1
    header = {"type": "resolution", "issuer": "Үлгі облысы әкімдігі", "date": "2016-06-02", **fields}
    act_id = f"/akn/kz/act/resolution/ulgi/{header['date']}/{header['number']}"
    return Act.model_validate({"id": act_id, **header, "paragraphs": paragraphs})
