"""Letters and short words in Russian: prepositions and conjunctions of one letter."""

from regkb.lang.spelling import SpellingWords

_SHORT_WORDS = (
    "акт без бы вид во все где год да два две дел день для дня до дом его ее если же за из или им их "
    "как ко кто ли лиц на над не нет ни но об обо он они оно от по под при про раз со срок суд так "
    "там то том тот три уже час что эта это "
)

WORDS = SpellingWords(
    lone_words=frozenset("авикосуя"),
    set_apart=frozenset(),
    short_words=frozenset(_SHORT_WORDS.split()),
    vowels=frozenset(),  # действие, неё: any two may meet
)
