"""What a worker does with one file: bytes → raw document → act → rows, or the reason why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from regkb.errors import Failure, UnreadableDocument
from regkb.ingest.find import FoundFile, read_bytes
from regkb.ingest.read import fingerprint, read_document
from regkb.kb.rows import ReadAct, make_rows
from regkb.schemas.record import Act, Source
from regkb.schemas.stages import RawDocument

ReadText = Callable[[RawDocument], Act]


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, the hash that its bytes had when it was found, and the time of the ingest in UTC."""

    file: FoundFile
    sha256: str
    ingested_at: datetime
    read_text: ReadText


def read_file(task: Task) -> ReadAct | Failure:
    """Read one file into the rows of an act; whatever is wrong with it becomes a failure."""
    try:
        data = read_bytes(task.file)
        if fingerprint(data) != task.sha256:
            raise UnreadableDocument("the file changed while it was read", "ingest it again")
        document = read_document(task.file.name, data)
        act = name_source(task.read_text(document), document)
        refuse_other_texts(act)
        return ReadAct(make_rows(document, act, task.ingested_at))
    except UnreadableDocument as error:
        return Failure(task.file.place, error.reason, error.remedy, task.sha256)
    except MemoryError:
        raise
    except Exception as error:
        reason = f"internal error: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return Failure(task.file.place, reason, "`regkb --debug parse FILE` shows where; report it", task.sha256)


def name_source(act: Act, document: RawDocument) -> Act:
    """Return the act with its source; the time is left to the base, so that equal files give equal records."""
    source = Source(path=document.path, sha256=document.sha256, format=document.format, pages=document.pages)
    return act.model_copy(update={"source": source})


def refuse_other_texts(act: Act) -> None:
    """Raise UnreadableDocument for a text whose header names less than two of type, issuer, date and number."""
    known = [value for value in (act.type, act.issuer, act.date, act.number) if value]
    if len(known) < 2:
        raise UnreadableDocument(
            "the text is no act: it has no header with issuer, date and number", "give the whole text of one act"
        )
