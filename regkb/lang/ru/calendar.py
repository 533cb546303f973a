"""Months and dates in Russian."""

from regkb.lang.calendar import CalendarWords

MONTHS: dict[str, int] = {
    "январ": 1,
    "феврал": 2,
    "март": 3,
    "апрел": 4,
    "ма": 5,
    "июн": 6,
    "июл": 7,
    "август": 8,
    "сентябр": 9,
    "октябр": 10,
    "ноябр": 11,
    "декабр": 12,
}
"""Stems of the month names, lower case; case endings follow them (`апреля`, `мая`, `августа`)."""

ENDINGS: tuple[str, ...] = ("", "ь", "я", "ю", "е", "ем", "й", "а", "у", "ом")

_YEAR = r"(?<year>(?:19|20)\d\d)"
_YEAR_WORD = r"(?:год[ау]?|г\.?)"
_QUOTE = r"""[\s_]*+(?:["«»“”„'‘’][\s_]*+)?"""
_OPENING = r"""["«“„]\s?(?=\d{1,2}\s?["»”])"""

WORDS = CalendarWords(
    months=MONTHS,
    endings=ENDINGS,
    full=(
        # 29 марта 2019 года; 01 июля 2016 г.; «23» июня 2014; 4 аперля 2000 года
        rf"(?<![\d.,/-])(?:{_OPENING})?+(?<day>\d{{1,2}}){_QUOTE}(?<month>[\p{{L}}]{{3,10}})\s{_YEAR}(?:\s?{_YEAR_WORD}(?!\p{{L}}))?",
    ),
    # 27 августа
    yearless=r"(?<![\d.,/-])(?<day>\d{1,2})\s(?<month>{month})",
)
