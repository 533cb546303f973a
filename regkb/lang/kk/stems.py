"""Kazakh nominal endings for search: case after possession after number, each fitted to the letter before it.

Vowel harmony picks between two forms of an ending (а/е, ы/і): a wrong form does not occur in real text, so both are
accepted anywhere. Assimilation does tell endings from stems (`қызмет-тің`, `қаулы-ның`, `ауыл-дың`) and is kept.
Letters are as people type them: ң or н, ғ or г, қ or к, і or и.
"""

import regex

from regkb.lang.stems import StemRules, compile_layer, replace_letters

_VOWEL = "аәеёиіоөуүұыэюя"
_HISS = "зж"
_NASAL = "мнң"
_LIQUID = "лрй"
_VOICED = _LIQUID + "у" + _HISS
_VOICELESS = "пткқсшщчцхһфбвгғд"

_A = "[ае]"
_Y = "[ыіи]"
_G = "[ғг]"
_AFTER_OWN = "(?<=[ыіи])"
"""After a possessive of the third person cases have forms of their own: `қаулысы-н`, `қаулысы-на`."""

_CASE = (
    rf"(?<=[{_VOWEL}{_NASAL}])(?:н[ыі]ң|нин)",  # genitive: қаулының, заңның
    rf"(?<=[аея{_NASAL}])нын",  # typed without ң: анықтаманын
    rf"(?<=[{_VOICED}])д{_Y}[ңн]",  # жолдың
    rf"(?<=[{_VOICELESS}])т{_Y}[ңн]",  # қызметтің, and the slip қызметтін
    rf"(?<=[{_VOICELESS}])[қк]{_A}",  # dative: бұйрыққа
    rf"(?<=[{_VOWEL}{_NASAL}{_VOICED}]){_G}{_A}",  # қаулыға
    rf"{_AFTER_OWN}н{_A}",  # қаулысына
    rf"(?<=[{_VOWEL}])н{_Y}",  # accusative: қаулыны
    rf"(?<=[{_NASAL}{_VOICED}])д{_Y}",  # шешімді
    rf"(?<=[{_VOICELESS}])т{_Y}",  # бұйрықты
    rf"{_AFTER_OWN}н",  # қаулысын
    rf"(?<=[{_VOWEL}{_NASAL}{_VOICED}])д{_A}(?:{_G}{_Y})?",  # locative and its adjective: қалада, қаладағы
    rf"(?<=[{_VOICELESS}])т{_A}(?:{_G}{_Y})?",  # бұйрықта, бұйрықтағы
    rf"{_AFTER_OWN}нд{_A}(?:{_G}{_Y})?",  # қаулысында, қаулысындағы
    rf"(?<=[{_NASAL}])н{_A}н",  # ablative: заңнан
    rf"(?<=[{_VOWEL}{_VOICED}])д{_A}н",  # қаладан
    rf"(?<=[{_VOICELESS}])т{_A}н",  # бұйрықтан
    rf"{_AFTER_OWN}н{_A}н",  # қаулысынан
    rf"(?<=[{_VOWEL}{_NASAL}{_LIQUID}])мен",  # instrumental: қаулымен
    rf"(?<=[{_HISS}])бен",  # сөзбен
    rf"(?<=[{_VOICELESS}])пен",  # бұйрықпен
)
_POSSESSION = (
    rf"(?<=[{_VOWEL}])с{_Y}",  # қаулысы
    rf"(?<=[^{_VOWEL}]|у){_Y}",  # шешімі, тіркеуі
)
_NUMBER = (
    rf"(?<=[{_VOWEL}рй])л{_A}р",  # қаулылар
    rf"(?<=[л{_NASAL}{_HISS}])д{_A}р",  # шешімдер
    rf"(?<=[{_VOICELESS}])т{_A}р",  # бұйрықтар
)

_LIKE_CASE = (
    "ауа аудан апта бірге газета деңгей емтихан жаңа заман заң кезең кеңес кітапхана қағида қазан қазақстан қан "
    "қорытынды мақала маман машина мәселе мекен нан нысан орган орман орта орын отан өзге пайда пошта сауда сан "
    "семинар тендер талон телефон телнұсқа төраға тұлға тұрғын түпнұсқа фонд экран дәптер валюта карта анкета квота "
    "мән сөз үй іс ай су жыл тіл баға басқа мәтін кесте адам азамат отбасы"
)
"""Words whose last letters look like an ending, or that are one letter too short for the rules."""

_CHANGED = {
    "баб": "бап",
    "халқ": "халық",
    "мүлк": "мүлік",
    "орн": "орын",
    "құлқ": "құлық",
    "нарқ": "нарық",
    "ерк": "ерік",
    "көрк": "көрік",
    "әрп": "әріп",
    "ауз": "ауыз",
    "мойн": "мойын",
}
"""Beginnings that lose or soften a letter before an ending: `халық`, `халқы`; a word of either form gets one stem."""

_FOLD = dict(zip("әғқңөұүһіё", "агкноуухие", strict=True))

WORDS = StemRules(
    layers=(compile_layer(*_CASE), compile_layer(*_POSSESSION), compile_layer(*_NUMBER)),
    any_ending=regex.compile(
        rf"(?:[лдт]{_A}р)?(?:с?{_Y})?(?:[ндт]{_Y}[ңн]|[қкғгн]{_A}|[ндт]{_Y}|н|н?[дт]{_A}(?:{_G}{_Y})?|[ндт]{_A}н|[мбп]ен)?"
    ),
    tail=compile_layer(rf"{_Y}с{_Y}?", _Y, "ь"),
    heads={replace_letters(word, _FOLD): replace_letters(word, _FOLD) for word in _LIKE_CASE.split()}
    | {replace_letters(start, _FOLD): replace_letters(word, _FOLD) for start, word in _CHANGED.items()},
    typed={"i": "і"},  # Latin i
    fold=_FOLD,
    hard={"г": "к", "б": "п"},
    verb_noun=compile_layer("[аеи]?у"),  # бекіту: бекітілсін, бекітілген; тағайындау: тағайындалды
    shortest=2,
    rounds=3,
)
