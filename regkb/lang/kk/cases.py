"""Case endings of the names of bodies in Kazakh: only the last word of a name declines."""

from regkb.lang.cases import CaseWords, NounRule

WORDS = CaseWords(
    head_last=True,
    nouns=(
        NounRule(r"(.{2,}?)[ндт][ыі]ң", r"\1"),  # әкімдігінің, мәслихаттың
        NounRule(r"(.{2,}[ыі])н[дт][ае]", r"\1"),  # департаментінде, басқармасында
        NounRule(r"(.{2,}?)[дт][ае]", r"\1"),  # департаментте
        NounRule(r"(.{3,}[ыі])мен", r"\1"),  # департаментімен
    ),
    adjectives={},
    fixed=r"(?!)",
)
