"""Kazakh numerals up to thousands: `он бес`, `жиырма алты`, `бір жүз сексен`."""

from regkb.lang.numerals import NumeralWords

UNITS: dict[str, int] = {
    "нөл": 0, "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9,
}  # fmt: skip
TENS: dict[str, int] = {
    "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90,
}  # fmt: skip
HUNDRED = "жүз"
THOUSAND = "мың"
ORDINAL_STEMS: dict[str, int] = {
    "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4, "бесінші": 5, "алтыншы": 6, "жетінші": 7, "сегізінші": 8,
    "тоғызыншы": 9, "оныншы": 10, "жиырмасыншы": 20, "отызыншы": 30, "қырқыншы": 40, "елуінші": 50,
}  # fmt: skip

WORDS = NumeralWords(
    values=UNITS | TENS,
    multipliers={HUNDRED: 100, THOUSAND: 1000},
    halves={"жарым": 0.5, "жарты": 0.5},
)
