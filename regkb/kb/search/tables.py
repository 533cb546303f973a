"""The tables of the search index, as data like the tables of facts; `derive` makes them in a base that lacks them."""

from __future__ import annotations

from regkb.kb.tables import Column, Table

ENTRY = Table(
    "search_entry",
    "Search: the records that are in the index.",
    (
        Column("entry", "INTEGER", "The record.", True, references="record.entry"),
        Column("is_sorted", "BOOLEAN", "Whether its postings lie among those of the same term, or at the end.", True),
        Column("paragraph", "BIGINT", "Row (rowid) of its first paragraph; the others follow it. NULL in a lake."),
        Column("language", "VARCHAR", "Language of its text: kk, ru.", True),
        Column("date", "DATE", "Day of the act: of equal hits the newer comes first."),
        Column("tie", "BIGINT", "CRC-32 of the act's id and the language: puts equal hits of one day in order.", True),
    ),
    ("entry",),
)

WORD = Table(
    "search_word",
    "Search: every form of a word that the texts have.",
    (
        Column("language", "VARCHAR", "Language of the texts: kk, ru.", True),
        Column("word", "VARCHAR", "The form, in lower case.", True),
        Column("term", "INTEGER", "The term that it is a form of.", True, references="search_term.term"),
    ),
    ("language", "word"),
)

TERM = Table(
    "search_term",
    "Search: stems by number; a stem of Kazakh and one of Russian are two terms, though they look alike.",
    (
        Column("term", "INTEGER", "Number of the term.", True),
        Column("language", "VARCHAR", "Language of the texts: kk, ru.", True),
        Column("stem", "VARCHAR", "What its forms have in common: a key in folded letters, no word.", True),
    ),
    ("term",),
)

POSTING = Table(
    "search_posting",
    "Search: which records speak of which term, mostly sorted by kind, term and entry.",
    (
        Column("kind", "VARCHAR", "Where it stands: paragraph, service, step.", True),
        Column("term", "INTEGER", "The term.", True, references="search_term.term"),
        Column("entry", "INTEGER", "The record.", True, references="record.entry"),
        Column("seq", "INTEGER", "Number of the record's paragraph, service or step that speaks of it best.", True),
        Column("impact", "UTINYINT", "How well that one does: BM25 without the rarity, in hundredths.", True),
    ),
    ("kind", "term", "entry"),
)

COUNT = Table(
    "search_count",
    "Search: how many records speak of each term.",
    (
        Column("kind", "VARCHAR", "Where it stands: paragraph, service, step.", True),
        Column("term", "INTEGER", "The term.", True, references="search_term.term"),
        Column("postings", "INTEGER", "The number of its postings.", True),
    ),
    ("kind", "term"),
)

SEARCH_TABLES: tuple[Table, ...] = (ENTRY, WORD, TERM, POSTING, COUNT)
