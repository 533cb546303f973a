"""Months and dates in Kazakh."""

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
    "қазан": 10,
    "қараша": 11,
    "желтоқсан": 12,
}
"""Stems of the month names, lower case, Cyrillic `і`; case endings follow them (`сәуірдегі`, `наурызында`)."""
