"""Letters and short words in Kazakh."""

from regkb.lang.spelling import SpellingWords

_SHORT_WORDS = (
    "ад ай ал ар ат аты ауа ақ бай бап бар бас бел бес бет бой бос бір бұл да де деп ек екі ел ем ер "
    "ері ет еш жаз жай жас жер жол жоқ зат заң ие ия кез кем кен күй күн көл көп ма мал ме мен не ол "
    "он осы от оқу оң сай сан сол соң су сөз тек тең ту тіл түр шақ шет із ізі іле іні ірі іс іске іспен ісі іш "
    "іші қай қан қар қол қоя құс үй үш ұл әке әр әрі өз өзі өң "
)

WORDS = SpellingWords(
    lone_words=frozenset(),
    set_apart=frozenset("і"),
    short_words=frozenset(_SHORT_WORDS.split()),
    vowels=frozenset("аәеоөұүыіэюяё"),
)
