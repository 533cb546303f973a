"""Bodies that issue acts: what an extractor must know of a language to read their names, and the tables beside.

`places.csv`: regions (ISO 3166-2:KZ, the codes of November 2022 and the ones before), cities, districts; several names
or parents of one place are separated by `|`, the present one first, so that a renamed place stays one place.
`ministries.csv`: what a minister is in charge of. `state_bodies.csv`: other bodies of the state, full names.
The names are those that acts use; they are no official register.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

PlaceKind = Literal["region", "city", "district"]
RuralKind = Literal["rural-district", "village", "settlement"]


@dataclass(frozen=True)
class IssuerWords:
    """Words in the names of bodies; patterns match whole words and ignore case.

    bodies: body → its word. foreign: a word that shows another body than these (an office under an akim, a village).
    kinds: a word that says what kind of place a name is. whole_name_before: all words before that word are the name
    (else an adjective before it, or the noun after it). adjective: what such an adjective looks like, without its
    ending in the group `stem`. state: the words for the Republic in a name. acting: how an acting minister is called,
    what replaces it. place_names: kind of place,
    pattern of its name in the table, how it stands inside the name of a body. body_names: body → template around the
    place, or around what a minister is in charge of. rural: the whole name of an akim of a place that no table lists,
    with the groups `place` and `around` (the district and the region), and what kind of place it is.
    """

    bodies: tuple[tuple[str, str], ...]
    foreign: str
    kinds: tuple[tuple[str, PlaceKind], ...]
    whole_name_before: bool
    adjective: str
    state: str
    acting: tuple[tuple[str, str], ...]
    place_names: tuple[tuple[PlaceKind, str, str], ...]
    body_names: Mapping[str, str]
    rural: tuple[tuple[str, RuralKind], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A region, city or district; `kk` and `ru` are its names, the present one first."""

    code: str
    kind: PlaceKind
    parents: tuple[str, ...]
    iso: str | None
    kk: tuple[str, ...]
    ru: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body of the state, or what a ministry is in charge of, by its names in both languages."""

    code: str
    kk: tuple[str, ...]
    ru: tuple[str, ...]


@cache
def places() -> tuple[Place, ...]:
    """Return the table of places."""
    return tuple(
        Place(row["code"], _kind(row["kind"]), _several(row["parents"]), row["iso"] or None,
              _several(row["kk"]), _several(row["ru"]))
        for row in _rows("places.csv")
    )  # fmt: skip


@cache
def ministries() -> tuple[NamedBody, ...]:
    """Return what ministers are in charge of: `Білім және ғылым`, `образования и науки`."""
    return _named("ministries.csv")


@cache
def state_bodies() -> tuple[NamedBody, ...]:
    """Return the other bodies of the state, by their full names."""
    return _named("state_bodies.csv")


def _named(name: str) -> tuple[NamedBody, ...]:
    return tuple(NamedBody(row["code"], _several(row["kk"]), _several(row["ru"])) for row in _rows(name))


def _rows(name: str) -> list[dict[str, str]]:
    with (files(__package__) / name).open(encoding="utf-8") as table:
        return list(csv.DictReader(table))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _kind(cell: str) -> PlaceKind:
    kinds: dict[str, PlaceKind] = {"region": "region", "city": "city", "district": "district"}
    return kinds[cell]
