"""The search index: which words stand in which acts, kept in plain tables that any DuckDB reads.

A posting says how well the best paragraph (or service, or step) of one text of one act speaks of one term: the part of
BM25 that does not depend on the rest of the base, so that new acts leave old postings as they are. Ranking adds up the
postings of the terms that were asked for, weighted by their rarity, and only then looks into the best acts: of each, at
the paragraphs that speak best of one of the terms. The index so grows with acts and their different words, not with the
text; what it cannot find is a paragraph that has several of the words and is not the act's best for any of them.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from regkb.kb.search.stem import stem
from regkb.kb.sorting import UNSORTED_SHARE, keeps_rows, make_act_key, sort_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TOKEN = r"\p{L}+|\p{N}+"
"""A word or a figure; of `19-1` and `4/889` each figure is one."""

IMPACT_SCALE = 100
TITLE_WEIGHT = 1.5
SATURATION = 1.2
LENGTH_SHARE = 0.5
ORDINARY_LENGTH = 25.0
"""BM25: k1, b, and the length in words that counts as ordinary (fixed, so that a posting never changes)."""

KINDS = {
    "paragraph": ("paragraph", "entry, seq, path, text, text AS shown"),
    "service": (
        "service",
        "entry, seq, annex AS path, concat_ws(' ', title, provider, recipient, result) AS text, title AS shown",
    ),
    "step": (
        "step",
        'entry, service * 1000000 + procedure * 1000 + seq AS seq, "at" AS path,'
        " concat_ws(' ', actor, text, result) AS text, text AS shown",
    ),
}
"""What can be found: its table, and of a row the record, its number there, path, words to search, and words shown."""

IS_TITLE = "coalesce(path = 'title' OR suffix(path, '/title'), false)"

_ENTRIES_AT_ONCE = 2000
_TEMPORARY = ("search_new", "search_text", "search_unknown")


def derive(con: DuckDBPyConnection) -> None:
    """Bring the index in line with `record`, inside the caller's transaction; see regkb/kb/derive.py."""
    _drop_gone(con)
    add_records(con)
    _sort_postings(con)
    _count_postings(con)
    _place_paragraphs(con)


def add_records(con: DuckDBPyConnection, at_least: int = 1) -> None:
    """Add the postings of the records that have none, once there are so many; inside the caller's transaction.

    What a few records need grows with the words that the base has, not with the records.
    """
    new = con.execute(
        "SELECT entry, language, date, act_id FROM record"
        " WHERE entry NOT IN (SELECT entry FROM search_entry) ORDER BY entry"
    ).fetchall()
    if len(new) < at_least:
        return
    for start in range(0, len(new), _ENTRIES_AT_ONCE):
        _add_entries(con, new[start : start + _ENTRIES_AT_ONCE])
    # temporary tables are in memory: the words of the last records would be in the way of what is drawn next
    for table in _TEMPORARY:
        con.execute(f"DROP TABLE IF EXISTS {table}")


def _drop_gone(con: DuckDBPyConnection) -> None:
    """Forget the records that the base no longer has."""
    gone = "SELECT entry FROM search_entry WHERE entry NOT IN (SELECT entry FROM record)"
    if con.execute(gone + " LIMIT 1").fetchall():
        con.execute(f"DELETE FROM search_posting WHERE entry IN ({gone})")
        con.execute(f"DELETE FROM search_entry WHERE entry IN ({gone})")


def _add_entries(con: DuckDBPyConnection, new: list[tuple[int, str, datetime.date | None, str]]) -> None:
    """Add the postings of some records (number, language, day, act), and the words and terms that were not known.

    Acts repeat one another: each text is cut into words and weighed once, then told of all its places.
    """
    entries, languages, dates, act_ids = zip(*new, strict=True)
    ties = [make_act_key(f"{act_id} {language}") for act_id, language in zip(act_ids, languages, strict=True)]
    con.execute(
        "CREATE OR REPLACE TEMP TABLE search_new AS SELECT unnest(?::INTEGER[]) AS entry,"
        " unnest(?::VARCHAR[]) AS language, unnest(?::DATE[]) AS date, unnest(?::BIGINT[]) AS tie",
        [entries, languages, dates, ties],
    )
    for kind, (table, columns) in KINDS.items():
        con.execute(
            f"""CREATE OR REPLACE TEMP TABLE search_text AS
            SELECT row_number() OVER () AS text, is_title, language, places,
              regexp_extract_all(lower(text), '{TOKEN}') AS words
            FROM (
              SELECT text, {IS_TITLE} AS is_title, language, list({{'entry': entry, 'seq': seq}}) AS places
              FROM (SELECT {columns} FROM {table}) JOIN search_new USING (entry) GROUP BY text, is_title, language
            )"""
        )
        _learn_words(con)
        con.execute(
            f"""INSERT INTO search_posting
            WITH spoken AS (
              SELECT text, is_title, language, len(words) AS length, unnest(words) AS word FROM search_text
            ),
            weighed AS (
              SELECT term, text, if(is_title, {TITLE_WEIGHT}, 1) * count(*) / (
                count(*) + {SATURATION} * ({1 - LENGTH_SHARE} + {LENGTH_SHARE / ORDINARY_LENGTH} * length)) AS impact
              FROM spoken JOIN search_word USING (language, word)
              GROUP BY term, text, is_title, length
            ),
            placed AS (SELECT text, unnest(places, recursive := true) FROM search_text)
            SELECT '{kind}', term, entry, max_by(seq, (impact, -seq)), greatest(1, round({IMPACT_SCALE} * max(impact)))
            FROM weighed JOIN placed USING (text) GROUP BY term, entry ORDER BY term, entry"""
        )
    con.execute("INSERT INTO search_entry SELECT entry, false, NULL, language, date, tie FROM search_new")


def _learn_words(con: DuckDBPyConnection) -> None:
    """Stem the words of `search_text` that the base has not met, and number the new stems."""
    unknown = con.execute(
        """SELECT DISTINCT language, word FROM (SELECT language, unnest(words) AS word FROM search_text)
        ANTI JOIN search_word USING (language, word) ORDER BY ALL"""
    ).fetchall()
    if not unknown:
        return
    con.execute(
        "CREATE OR REPLACE TEMP TABLE search_unknown AS"
        " SELECT unnest(?::VARCHAR[]) AS language, unnest(?::VARCHAR[]) AS word, unnest(?::VARCHAR[]) AS stem",
        [
            [language for language, _ in unknown],
            [word for _, word in unknown],
            [stem(word, language) for language, word in unknown],
        ],
    )
    con.execute(
        """INSERT INTO search_term
        SELECT (SELECT coalesce(max(term), 0) FROM search_term) + row_number() OVER (ORDER BY language, stem),
          language, stem
        FROM (SELECT DISTINCT language, stem FROM search_unknown) ANTI JOIN search_term USING (language, stem);
        INSERT INTO search_word SELECT language, word, term FROM search_unknown JOIN search_term USING (language, stem)
        ORDER BY ALL"""
    )


def _sort_postings(con: DuckDBPyConnection) -> None:
    """Sort all postings once a good part of them was added at the end: a term's postings then lie together."""
    share = con.execute("SELECT avg((NOT is_sorted)::INTEGER) FROM search_entry").fetchall()[0][0]
    if share is not None and share > UNSORTED_SHARE:
        sort_rows(con, "search_posting", "kind, term, entry")
        con.execute("UPDATE search_entry SET is_sorted = true")


def _count_postings(con: DuckDBPyConnection) -> None:
    """Count the postings of each term anew."""
    con.execute(
        """DELETE FROM search_count;
        INSERT INTO search_count SELECT kind, term, count(*)::INTEGER FROM search_posting GROUP BY ALL ORDER BY ALL"""
    )


def _place_paragraphs(con: DuckDBPyConnection) -> None:
    """Write down where the paragraphs of each record begin, so that a search reads them without looking for them.

    The rows of a lake have no place that stays.
    """
    if not keeps_rows(con, "paragraph"):
        return
    con.execute(
        """UPDATE search_entry SET paragraph = place FROM (
          SELECT entry, min(rowid) AS place FROM paragraph WHERE seq = 0 GROUP BY entry
        ) AS found WHERE found.entry = search_entry.entry AND paragraph IS DISTINCT FROM place"""
    )
