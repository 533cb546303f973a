"""The languages in which specimens can be written."""

from corpus.languages import kk, ru
from corpus.wording import Wording
from regkb.schemas.record import Language

WORDINGS: dict[Language, Wording] = {"kk": kk.WORDS, "ru": ru.WORDS}
