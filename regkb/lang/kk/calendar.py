"""Months and dates in Kazakh."""

from regkb.lang.calendar import CalendarWords

MONTHS: dict[str, int] = {
    "қаңтар": 1,
    "ақпан": 2,
    "наурыз": 3,
    "сәуір": 4,
    "мамыр": 5,
    "маусым": 6,
    "шілде": 7,
    "тамыз": 8,
    "қыркүйек": 9,
    "қыркүйег": 9,
    "қазан": 10,
    "қараша": 11,
    "желтоқсан": 12,
}
"""Stems of the month names, lower case, Cyrillic `і`; case endings follow them (`сәуірдегі`, `наурызында`)."""

_CASES = ("да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке", "на", "не")
_GENITIVES = ("дың", "дің", "тың", "тің", "ның", "нің")

ENDINGS: tuple[str, ...] = (
    "",
    "ы",
    "і",
    "сы",
    "сі",
    *_CASES,
    *_GENITIVES,
    *(case + of for case in ("да", "та") for of in ("ғы",)),
    *(case + of for case in ("де", "те") for of in ("гі",)),
    *(own + case for own in ("ы", "сы") for case in ("на", "нда", "нан", "ндағы", "ның")),
    *(own + case for own in ("і", "сі") for case in ("не", "нде", "нен", "ндегі", "нің")),
)
"""`-да`, `-дағы`, `-ы`, `-ында`, `-ынан` and their front and voiceless twins."""

_YEAR = r"(?<year>(?:19|20)\d\d)"
_YEAR_WORD = r"(?:ж[ыі][лд]\p{L}{0,4}|ж\.?)"
_QUOTE = r"""[\s_-]*+(?:["«»“”„'‘’][\s_-]*+)?"""

WORDS = CalendarWords(
    months=MONTHS,
    endings=ENDINGS,
    full=(
        # 2015 жылғы 17 шілдедегі; 2015 жылдың 14 тамызында; 2014 жылғы «23» маусымдағы; 2004 жылы 29 қарашада
        rf"{_YEAR}[\s-]?{_YEAR_WORD}{_QUOTE}(?<day>\d{{1,2}}){_QUOTE}(?<month>[\p{{L}}]{{4,17}})",
        # 1994 жылғы ақпанның 7-дегі; 1998 жылғы қаңтардың 1-нен: as the nineties wrote it
        rf"{_YEAR}\s?{_YEAR_WORD}\s(?<month>{{month}})(?<=ң)\s(?<day>\d{{1,2}})(?!\d)(?:\s?-\s?\p{{L}}{{1,6}})?",
        # 2015 ж. 08.06: the day first, as everywhere else in these notes
        rf"{_YEAR}\s?{_YEAR_WORD}\s?(?<day>\d\d)\.(?<month_number>\d\d)(?![\d.]\d)",
        # 17 шілде 2015 жыл
        rf"(?<day>\d{{1,2}}){_QUOTE}(?<month>{{month}})\s{_YEAR}(?:\s?{_YEAR_WORD}(?!\p{{L}}))?",
    ),
    # 27 тамыздағы
    yearless=r"(?<![\d.,/-])(?<day>\d{1,2})\s(?<month>{month})",
)
