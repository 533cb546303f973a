"""The endings of Kazakh nouns: number, possession, case, and the adjective made from the locative (`тармағындағы`)."""

from regkb.lang.nouns import NounForms

PLURAL = "[лдт][ае]р"
POSSESSIVE = "с?[ыі]"
GENITIVE = "[ндт][ыі][ңн]"
"""`қаулының`, `Стандарттың`, `Заңының`; the slip `қызметтін` counts."""
CASE = (
    rf"(?:{GENITIVE}"
    r"|[нғгқк][ае]"  # dative: қаулыға, бабына
    r"|н?[дт][ае](?:[ғг][ыі](?:н[ыае])?)?"  # locative: Стандартта, тармағында, тармағындағы
    r"|н?[ндт][ае]н"  # ablative: бұйрықтан, сөзінен
    r"|[мбп]ен"  # instrumental: қаулысымен, бұйрықпен
    r"|[ндт][ыі]"  # accusative: қаулыны, бұйрықты
    r"|н)"  # accusative after a possessive: Заңын
)

WORDS = NounForms(
    endings=rf"(?:{PLURAL})?(?:{POSSESSIVE})?{CASE}?(?!\p{{L}})",
    plural=rf"{PLURAL}(?:{POSSESSIVE})?{CASE}?",
    genitive=rf"(?:{PLURAL})?(?:{POSSESSIVE})?{GENITIVE}",
    nominative=rf"(?:{PLURAL})?(?:{POSSESSIVE})?",
    closed=rf"(?:{PLURAL})?(?:{POSSESSIVE})?(?:[мбп]ен|н?[ндт][ае]н|н|[ндт][ыі])",
    softening={"қ": "ғ", "к": "г", "п": "б"},
)
