"""Declension of the names of bodies in Russian: adjectives and a head noun decline, what follows the head does not."""

from regkb.lang.cases import CaseWords, NounRule

_MASCULINE_HARD = (
    "маслихат", "акимат", "аким", "министр", "президент", "комитет", "банк", "совет", "департамент", "отдел",
    "аппарат", "прокурор", "суд", "начальник", "инспектор", "директор", "парламент", "сенат", "мажилис", "кабинет",
    "центр", "орган", "управляющий делами", "фонд", "штаб", "институт", "врач", "кодекс",
)  # fmt: skip
_MASCULINE_SOFT = ("председател", "руководител", "заместител", "секретар", "представител")
_NEUTER_O = ("министерств", "агентств", "ведомств", "правительств")
_NEUTER_E = ("управлени", "правлени", "учреждени", "отделени", "собрани")
_FEMININE_IA = ("комисси", "инспекци", "канцеляри", "администраци")
_FEMININE_A = ("республик", "палат", "служб", "прокуратур", "глав", "судь")
_PARTICIPLES = ("исполняющ", "управляющ", "заведующ")


def _rules(stems: tuple[str, ...], endings: str, nominative: str, gender: str) -> tuple[NounRule, ...]:
    """Return one rule a stem; what stands before a hyphen (`Премьер-Министр`) stays as it is."""
    return tuple(NounRule(rf"((?:\p{{L}}+-)?{stem})(?:{endings})", rf"\1{nominative}", gender) for stem in stems)


WORDS = CaseWords(
    head_last=False,
    nouns=(
        *_rules(_PARTICIPLES, "ий|его|ему|им|ем", "ий", "masculine"),
        *_rules(_MASCULINE_HARD, "|а|у|ом|ем|е", "", "masculine"),
        *_rules(_MASCULINE_SOFT, "ь|я|ю|ем|е", "ь", "masculine"),
        *_rules(_NEUTER_O, "о|а|у|ом|е", "о", "neuter"),
        *_rules(_NEUTER_E, "е|я|ю|ем|и", "е", "neuter"),
        *_rules(_FEMININE_IA, "я|и|ю|ей", "я", "feminine"),
        *_rules(_FEMININE_A, "а|я|ы|и|е|у|ой|ей", "а", "feminine"),
    ),
    adjectives={
        "masculine": (
            # the ending is stressed: городской, областной
            (r"((?:город|област|окруж|мор)(?:ск|н)?|лесн|трудов|правов|краев|речн|степн)(?:ого|ому|ым|им|ом)", r"\1ой"),
            (r"(.*[гкхжчшщ])(?:ого|его|ому|ему|им|ом|ем)", r"\1ий"),
            (r"(.+)(?:ого|ому|ым|ом)", r"\1ый"),
        ),
        "neuter": ((r"(.+)(?:ого|ому|ым|им|ом)", r"\1ое"),),
        "feminine": ((r"(.+)(?:ой|ую)", r"\1ая"),),
    },
    fixed=r"(?i:(?:вр\.?\s?)?и\.\s?о\.|ио\s)",
)
