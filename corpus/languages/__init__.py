"""The languages in which specimens can be written."""

from corpus.languages import kk
from corpus.wording import Wording
from regkb.schemas.record import Language

WORDINGS: dict[Language, Wording] = {"kk": kk.WORDS}
