"""Words for acts and their parts in Kazakh, as stems to which endings are added (Cyrillic `і` throughout)."""

ACT_STEMS: dict[str, str] = {
    "қаулы": "resolution",
    "бұйры": "order",
    "шешім": "decision",
    "заң": "law",
    "кодекс": "code",
    "кодекст": "code",
    "жарлы": "decree",
}
"""Stem → type. қ and г soften before a vowel: `бұйрық`, `бұйрығымен`; `Жарлық`, `Жарлығына`."""

PART_STEMS: dict[str, str] = {
    "бап": "article",
    "баб": "article",
    "тармақша": "subpoint",
    "тармақ": "point",
    "тармағ": "point",
    "абзац": "paragraph",
    "азат жол": "paragraph",
    "қосымша": "annex",
}
"""Stem → kind of locator. `бап` → `бабына`, `тармақ` → `тармағына`."""
