"""Text flows one way: which part of the package may know of which."""

import ast
from pathlib import Path

import pytest

import regkb

PACKAGE = Path(regkb.__file__).parent
# files are read without a base; only the run over many of them fills one
RUN = {f"ingest.{name}" for name in ("account", "books", "cluster", "plan", "run", "spool", "work", "writer")}
KNOWN_TO_ALL = {"errors", "repeats", "lang", "schemas"}
MAY_IMPORT = {
    "errors": set(),
    "repeats": set(),
    "schemas": {"schemas"},
    "lang": {"lang", "schemas"},
    "ingest": {"ingest", *KNOWN_TO_ALL},
    "normalize": {"normalize", *KNOWN_TO_ALL},
    "extract": {"extract", "normalize", *KNOWN_TO_ALL},
    "pipeline": {"extract", "normalize", *KNOWN_TO_ALL},
    "kb": {"kb", "extract", "normalize", *KNOWN_TO_ALL},
    "present": {"present", "kb", "extract", *KNOWN_TO_ALL},
    **dict.fromkeys(RUN, {"ingest", "kb", "pipeline", *RUN, *KNOWN_TO_ALL}),
}


def part_of(name: str) -> str:
    return name if name in MAY_IMPORT else name.partition(".")[0]


def name_of(module: Path) -> str:
    return ".".join(module.relative_to(PACKAGE).with_suffix("").parts)


def list_imported(module: Path) -> set[str]:
    """What a module imports from the package, inside functions too, as names behind `regkb.`."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name.removeprefix("regkb.") for name in found if name.startswith("regkb.")}


MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if part_of(name_of(path)) in MAY_IMPORT]


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_stage_knows_only_what_comes_before_it(module):
    may_import = MAY_IMPORT[part_of(name_of(module))]
    assert {name for name in list_imported(module) if part_of(name) not in may_import} == set()
