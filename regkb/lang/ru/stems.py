"""Russian endings of nouns, adjectives and participles for search, and the verb forms that legal texts use."""

import regex

from regkb.lang.stems import StemRules, compile_layer

_VOWEL = "аеёиоуыэюя"
_ADJECTIVE = "(?:ыми|ими|ого|его|ому|ему|ый|ий|ой|ая|яя|ое|ее|ую|юю|ые|ие|ых|их|ым|им|ом|ем|ей|ою|ею)"
_NOUN = (
    r"и(?:ями|ях|ям|ем|ей|ю|я|е|и|й)",  # постановление, акция
    r"ь(?:ями|ях|ям|ем|ей|ю|я|е|и)",  # статья, решеньем
    r"(?:ами|ями|ах|ях|ам|ям|ов|ев|ом|ем|ём|ей|ой|ою|ею|а|я|о|е|у|ю|ы|и|ь|й)",
)
_VERB = "(?:ируют|ирует|ировать|уют|ует|ают|яют|ает|яет|ить|ать|ять)"

_LIKE_ENDING = "магазин минут один орган пенсия район систем территория три фонд цель акт дом заем объем прием хозяин"
"""Words whose last letters look like an ending."""

_CHANGED = {
    "день": "дн", "дн": "дн", "дет": "ребенк", "деть": "ребенк", "ребенк": "ребенк", "ребенок": "ребенк",
    "земел": "земл", "правил": "правил", "люд": "человек", "людь": "человек",
}  # fmt: skip
"""Beginnings that change inside before an ending, or that the rules would take for another word's."""

WORDS = StemRules(
    layers=(
        compile_layer(r"(?<=[тйхеиулю])с[яь]"),
        compile_layer(rf"(?<=[^{_VOWEL}ь]){_ADJECTIVE}", *_NOUN, _VERB),
    ),
    any_ending=regex.compile(r"(?:ами|ями|ьми|ах|ях|ам|ям|ов|ев|ей|ом|ем|ой|а|я|о|е|у|ю|ы|и|ь)?"),
    tail=compile_layer(rf"(?<=\w{{3}}[^{_VOWEL}])[ое]?к", "ь"),
    heads={word: word for word in _LIKE_ENDING.split()} | _CHANGED,
    typed={"i": "и", "і": "и"},  # Latin and Kazakh i, as in texts that passed through a Kazakh keyboard
    fold={"ё": "е"},
    hard={},
    verb_noun=None,  # назначение and назначен share a stem already
    shortest=3,
    rounds=1,
)
