"""One file read in a process of its own, as ingest reads many: one that hangs or swells costs a message."""

from __future__ import annotations

from regkb.errors import UnreadableDocument
from regkb.ingest.find import FoundFile, read_bytes
from regkb.ingest.pool import Limits, Lost, run_tasks
from regkb.ingest.read import read_document
from regkb.schemas.stages import RawDocument

LIMITS = Limits()


def read_alone(file: FoundFile) -> RawDocument:
    """Read a file within `LIMITS`; raises UnreadableDocument, which names it, also where it took too long."""
    ((_, result),) = run_tasks(_read, [file], 1, LIMITS)
    if isinstance(result, Lost):
        raise UnreadableDocument(f"{file.name}: {result.reason}", "print it to a new PDF from a reader")
    if isinstance(result, UnreadableDocument):
        raise UnreadableDocument(f"{file.name}: {result.reason}", result.remedy)
    assert isinstance(result, RawDocument)
    return result


def _read(file: FoundFile) -> RawDocument | UnreadableDocument:
    """Read a file; what is wrong with it is returned, since only a result leaves the process."""
    try:
        return read_document(file.name, read_bytes(file))
    except UnreadableDocument as error:
        return error
    except MemoryError:
        raise
    except Exception as error:
        return UnreadableDocument(f"internal error: {type(error).__name__}: {error}", "--debug shows where")
