"""Letters and short words in Kazakh."""

from regkb.lang.spelling import SpellingWords

WORDS = SpellingWords(
    lone_words=frozenset(),
    set_apart=frozenset("і"),
    short_words=frozenset(("іс", "ірі", "із", "ізі", "іні", "ісі", "іш", "іші", "іле")),
    vowels=frozenset("аәеоөұүыіэюяёиу"),
)
