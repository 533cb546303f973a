"""Kazakh places: `16-бабының 1-тармағы`, `1), 2) және 3) тармақшаларында`, `тоғызыншы азат жолы`."""

from regkb.lang.kk.numerals import ORDINAL_STEMS, TENS
from regkb.lang.locators import LocatorWords

_UNITS = {word: value for word, value in ORDINAL_STEMS.items() if value < 10}

WORDS = LocatorWords(
    parts={
        "бап": "article",
        "тармақ": "point",
        "тармақша": "subpoint",
        "абзац": "paragraph",
        "азат жол": "paragraph",
        "бөлік": "paragraph",
        "қосымша": "annex",
        "тарау": None,
        "бөлім": None,
        "параграф": None,
    },
    unnumbered=frozenset({"annex"}),
    lists="(?:және|мен|бен|пен|немесе)",
    ranges="[-–—]",
    ordinal_marks="н?ш[ыі]",
    ordinals=ORDINAL_STEMS | {f"{ten} {unit}": TENS[ten] + value for ten in TENS for unit, value in _UNITS.items()},
    parts_first=False,
    before_whole="(?!)",
)
