"""Russian places: `пунктом 1 статьи 16`, `подпунктах 1), 2) и 3)`, `абзаце втором`, `приложению 1`."""

from regkb.lang.locators import LocatorWords

_HARD = ("ый", "ая", "ое", "ого", "ому", "ым", "ом", "ой", "ую", "ые", "ых", "ыми")
_STRESSED = ("ой", "ая", "ое", "ого", "ому", "ым", "ом", "ую", "ые", "ых", "ыми")
_THIRD = ("ий", "ья", "ье", "ьего", "ьему", "ьим", "ьем", "ьей", "ью", "ьи", "ьих", "ьими")

_STEMS: dict[str, tuple[int, tuple[str, ...]]] = {
    "перв": (1, _HARD), "втор": (2, _STRESSED), "трет": (3, _THIRD), "четверт": (4, _HARD), "четвёрт": (4, _HARD),
    "пят": (5, _HARD), "шест": (6, _STRESSED), "седьм": (7, _STRESSED), "восьм": (8, _STRESSED), "девят": (9, _HARD),
    "десят": (10, _HARD), "одиннадцат": (11, _HARD), "двенадцат": (12, _HARD), "тринадцат": (13, _HARD),
    "четырнадцат": (14, _HARD), "пятнадцат": (15, _HARD), "шестнадцат": (16, _HARD), "семнадцат": (17, _HARD),
    "восемнадцат": (18, _HARD), "девятнадцат": (19, _HARD), "двадцат": (20, _HARD), "тридцат": (30, _HARD),
}  # fmt: skip
_ONES = {stem: found for stem, found in _STEMS.items() if found[0] < 10}
_ORDINALS = {stem + ending: value for stem, (value, endings) in _STEMS.items() for ending in endings}

WORDS = LocatorWords(
    parts={
        "статья": "article",
        "пункт": "point",
        "подпункт": "subpoint",
        "абзац": "paragraph",
        "часть": "paragraph",
        "приложение": "annex",
        "глава": None,
        "раздел": None,
        "параграф": None,
    },
    unnumbered=frozenset({"annex"}),
    lists=r"(?:и|или|а\sтакже)(?:\s(?:во?|со?|по|к))?",
    ranges="[-–—]",
    ordinal_marks="(?:го|му|й|м|я|ю|е)",
    ordinals=_ORDINALS
    | {
        f"{ten} {stem}{ending}": tens + value
        for ten, tens in (("двадцать", 20), ("тридцать", 30))
        for stem, (value, endings) in _ONES.items()
        for ending in endings
    },
    parts_first=True,
    # `пп. 3) п. 1 ст. 16`; `пп. 1, 2` may be points
    short=(
        (r"(?:подп|пп|п\.\s?п)\.", r"\s?\d+(?:-\d+)?\)", "подпункт"),
        (r"п\.", r"\s?\d", "пункт"),
        (r"ст\.", r"\s?\d", "статья"),
        (r"прил\.", r"\s?\d", "приложение"),
    ),
    before_whole=r"\s(?:к\s)?(?:совместн\p{L}+\s)?",
)
