"""The endings of Russian nouns, put behind what stays the same in all cases: `постановлени|ю`, `приказ|ом`."""

from regkb.lang.nouns import NounForms

PLURAL = "(?:ами|ями|ах|ях|ов|ев|ам|ям|ы)"
"""The endings that only a plural has; `статьи` and `приложения` may be either."""

WORDS = NounForms(
    endings=rf"(?:{PLURAL}|ом|ем|ём|ью|ей|ой|ий|а|я|у|ю|и|е|й)?(?!\p{{L}})",
    plural=PLURAL,
    genitive="(?:а|я|ы|и|ов|ев|ий|й)",
    nominative="",
    closed="(?!)",
    softening={"ень": "н", "ок": "к", "а": "", "е": "", "и": "", "й": "", "о": "", "ь": "", "я": ""},
)
