"""Letters and short words in Russian: prepositions and conjunctions of one letter."""

from regkb.lang.spelling import SpellingWords

_SHORT_WORDS = (
    "акт без бы вид во все всё всю где год да два две дел день для дня до дом его ее если же за из или им их "
    "как ко кто ли лиц мер на над не ней нем нет ни ним них но об обо он они оно от по под при про раз со срок суд так "
    "там тем тех то той том тот ту три уже чем час что эта эти это эту "
)

WORDS = SpellingWords(
    lone_words=frozenset("авикосуя"),
    set_apart=frozenset(),
    short_words=frozenset(_SHORT_WORDS.split()),
    vowels=frozenset(),  # действие, неё: any two may meet
)
