"""Mentions and acts cut into portions that are matched one by one, so that memory does not grow with the base.

A mention can mean only what shares something with it (see `matching`): a day; else a registration number and a number;
without a day, a registration number or the title of a law. So days that are linked in none of these ways can be matched
apart, and the result is the same as of all together.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import groupby, product
from typing import TYPE_CHECKING, Any

from regkb.extract.identity import STATE_TYPES, make_act_id
from regkb.kb.matching import Description, number_key, score_fit, title_key

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AT_ONCE = 20_000
"""So many descriptions, or one more group of linked days, are matched together."""
_FETCHED = 5_000

FIELDS = "type, issuer, date, number, title, registration_number, language"

_REGISTERED = f"""
SELECT rowid, {FIELDS} FROM told WHERE registration_number IN (
  SELECT registration_number FROM told WHERE registration_number IS NOT NULL GROUP BY registration_number
  HAVING count(DISTINCT date) + count(*) FILTER (date IS NULL) > 1
) ORDER BY registration_number, rowid
"""
"""Descriptions with a registration number that is told of several days, or of none."""

_STATE = f"""
SELECT rowid, {FIELDS} FROM told
WHERE type IN ({", ".join(f"'{kind}'" for kind in STATE_TYPES)}) AND title IS NOT NULL ORDER BY rowid
"""

_SEVERAL_DAYS = """
SELECT date, act_id FROM told WHERE date IS NOT NULL AND act_id IN (
  SELECT act_id FROM told WHERE act_id IS NOT NULL GROUP BY act_id
  HAVING count(DISTINCT date) + count(*) FILTER (date IS NULL) > 1
) ORDER BY rowid
"""
"""Days of the texts of one act, where one tells another day or none."""

_UNDATED = "SELECT rowid, act_id FROM told WHERE date IS NULL ORDER BY rowid"

Node = Hashable
"""A day, or the row of a description without one."""


class _Links:
    """Nodes that belong together."""

    def __init__(self) -> None:
        self._above: dict[Node, Node] = {}

    def find(self, node: Node) -> Node:
        """Return the node that stands for all that are linked with this one."""
        top = node
        while (above := self._above.get(top, top)) != top:
            top = above
        while (above := self._above.get(node, node)) != top:
            self._above[node], node = top, above
        return top

    def link(self, one: Node, other: Node) -> None:
        """Let two nodes belong together."""
        self._above[self.find(one)] = self.find(other)


def cut_portions(con: DuckDBPyConnection) -> int:
    """Write the temporary table `portion(date, described, number)` and return how many portions there are.

    `con` has the temporary table `told`: a row for each description of an act, with its `act_id` where it is that of a
    text of the base. A description belongs to the portion of its day or, without a day, to that of its rowid.
    """
    links = _Links()
    _link_registered(con, links)
    _link_state_acts(con, links)
    for day, act_id in _stream(con, _SEVERAL_DAYS):
        links.link(day, act_id)
    counted: dict[Node, int] = dict(
        con.execute("SELECT date, count(*) FROM told WHERE date IS NOT NULL GROUP BY date ORDER BY date").fetchall()
    )
    for row, act_id in _stream(con, _UNDATED):
        counted[row] = 1
        if act_id is not None:
            links.link(row, act_id)
    groups: dict[Node, list[Node]] = {}
    for node in counted:
        groups.setdefault(links.find(node), []).append(node)
    con.execute("CREATE OR REPLACE TEMP TABLE portion (date DATE, described BIGINT, number INTEGER)")
    number = together = 0
    rows: list[tuple[Node | None, Node | None, int]] = []
    for nodes in groups.values():
        size = sum(counted[node] for node in nodes)
        if together and together + size > AT_ONCE:
            number, together = number + 1, 0
        together += size
        rows += [(None, node, number) if isinstance(node, int) else (node, None, number) for node in nodes]
    con.execute(
        "INSERT INTO portion SELECT unnest(?::DATE[]), unnest(?::BIGINT[]), unnest(?::INTEGER[])",
        [[row[column] for row in rows] for column in range(3)],
    )
    return number + 1


def read_portion(con: DuckDBPyConnection, number: int) -> list[tuple[Any, ...]]:
    """Return the descriptions of a portion: the fields, the act's id or `None`, and how often it is told."""
    return con.execute(
        f"SELECT {FIELDS}, act_id, times FROM told"
        " SEMI JOIN (SELECT date FROM portion WHERE number = $number) USING (date)"
        f" UNION ALL SELECT {FIELDS}, act_id, times FROM told"
        " WHERE rowid IN (SELECT described FROM portion WHERE number = $number)",
        {"number": number},
    ).fetchall()


def _link_registered(con: DuckDBPyConnection, links: _Links) -> None:
    """Link descriptions of different days that one registration number could make one act.

    One without a day or a number may fit an act by what others tell of that, so it is linked with all of its number;
    there are few such.
    """
    registration = 6
    for _, rows in groupby(_stream(con, _REGISTERED), key=lambda row: row[registration]):
        numbered: dict[str | None, list[tuple[Node, Description]]] = {}
        loose: list[Node] = []
        for row, *told in rows:
            description = Description(*told)
            if description.date and description.number:
                numbered.setdefault(number_key(description.number), []).append((description.date, description))
            else:
                loose.append(description.date or row)
        for group in numbered.values():
            _link_fitting(group, links)
        if loose:
            for node in [*loose, *(day for group in numbered.values() for day, _ in group)]:
                links.link(loose[0], node)


def _link_fitting(group: list[tuple[Node, Description]], links: _Links) -> None:
    """Link what can be one act by the rules of matching."""
    for (one, told), (other, said) in product(group, group):
        if links.find(one) != links.find(other) and (score_fit(told, said) or score_fit(said, told)):
            links.link(one, other)


def _link_state_acts(con: DuckDBPyConnection, links: _Links) -> None:
    """Link laws of one title, which a mention without a day means, and what is known by its title alone."""
    for row, *told in _stream(con, _STATE):
        law = Description(*told)
        links.link(law.date or row, (law.type, title_key(law.title or "")))
        if law.date is None:
            links.link(row, make_act_id(law.type, law.issuer, law.date, law.number, law.title))


def _stream(con: DuckDBPyConnection, query: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query, of which few are in memory; the connection is not to be used before the last."""
    found = con.execute(query)
    while rows := found.fetchmany(_FETCHED):
        yield from rows
