"""Letters and short words in Russian: prepositions and conjunctions of one letter."""

from regkb.lang.spelling import SpellingWords

WORDS = SpellingWords(
    lone_words=frozenset("авикосуя"),
    set_apart=frozenset(),
    short_words=frozenset(),
    vowels=frozenset("аеёиоуыэюя"),
)
