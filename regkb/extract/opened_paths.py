"""What paragraphs that end with a colon open for those under them: a regulation, a place (`5-тармақта: | 1) …`)."""

from __future__ import annotations

from typing import TypeVar

Opened = TypeVar("Opened")


def open_path(opened: dict[str, Opened], path: str, value: Opened) -> None:
    """Put what the paragraph at `path` opens behind all that was opened before."""
    opened.pop(path, None)
    opened[path] = value


def find_opened(opened: dict[str, Opened], path: str) -> Opened | None:
    """Return what the last paragraph opened under which the one at `path` stands."""
    return next((opened[above] for above in reversed(opened) if _lies_under(path, above)), None)


def _lies_under(path: str, opened: str) -> bool:
    """Tell whether a paragraph stands under the one that was opened with a colon at the path `opened`."""
    return path == opened or path.startswith(opened.removesuffix("/p") + "/")
