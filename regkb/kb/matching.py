"""Which act a mention means: by what both are told to be, with a score and a reason, or not at all.

Matching is a function of the set of acts and mentions, not of their order. Where two acts fit equally well, the
mention stays open; an act that is not in the base is never declared not to exist.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

import regex
from rapidfuzz import fuzz

from regkb.extract.identity import NO_ISSUER, STATE_TYPES, issuer_slug, make_act_id
from regkb.extract.issuers import canonical_issuer
from regkb.lang.transliteration import to_latin_by_sight
from regkb.schemas.record import ActType, Day, Language

TITLE_ALIKE = 90.0
"""From this likeness on, 0 to 100, two titles are one: slips, other quotation marks, a word in another case."""
TITLE_DIFFERS = 60.0
"""Below it two titles contradict each other."""
ISSUER_ALIKE = 88.0
"""From this likeness on two names of bodies that the table of issuers does not know are one body."""

_REMEMBERED = 20_000
_NO_FIT = (0.0, "")
# minister-justice and ministry-justice
_OFFICE = regex.compile(r"minist(?:er|ry)-(?P<field>.+)")
_SIGNS = regex.compile(r"[^\p{L}\p{N}]+")


@dataclass(frozen=True, slots=True)
class Description:
    """What is told of an act: by its own header, or by one wording of a citation. `language` is that of the names."""

    type: ActType | None
    issuer: str | None
    date: Day | None
    number: str | None
    title: str | None
    registration_number: str | None
    language: Language


@dataclass(frozen=True, slots=True)
class Match:
    """The act that a mention means; None: open. `score` from 0 to 1 tells how sure, `reason` why, or why not."""

    act_id: str | None
    score: float
    reason: str


@dataclass(slots=True)
class Known:
    """An act of the base: its id, whether its text is there, and all that is told of it."""

    id: str
    ingested: bool
    told: list[Description] = field(default_factory=list)
    keys: set[tuple[object, ...]] = field(default_factory=set)


def match_mentions(
    ingested: Iterable[tuple[str, Description]], mentions: Iterable[Description]
) -> tuple[dict[Description, Match], dict[str, list[Description]]]:
    """Return what each mention means, and the acts that are only cited: their ids with all that is told of them.

    `ingested` are the acts whose text is in the base, one pair a text. A mention that fits no act, and tells type, date
    and number, or date and title, or the title of a law, makes an act that is only cited.
    """
    matcher = _Matcher(ingested)
    matcher.match(mentions)
    cited: dict[str, list[Description]] = {act.id: [] for act in matcher.acts.values() if not act.ingested}
    for mention, match in matcher.found.items():
        if match.act_id in cited:
            cited[match.act_id].append(mention)
    return matcher.found, cited


class _Matcher:
    """Acts under the keys by which mentions find them, and the mentions settled so far."""

    def __init__(self, ingested: Iterable[tuple[str, Description]]) -> None:
        self.acts: dict[str, Known] = {}
        self.found: dict[Description, Match] = {}
        self._by_number: dict[tuple[str | None, Day, str], set[str]] = defaultdict(set)
        self._by_day: dict[tuple[str | None, Day], set[str]] = defaultdict(set)
        self._unnumbered: dict[tuple[str | None, Day], set[str]] = defaultdict(set)
        self._by_registration: dict[str, set[str]] = defaultdict(set)
        self._by_title: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        for act_id, told in sorted(ingested, key=lambda pair: (pair[0], _rank(pair[1]))):
            self._add(self.acts.setdefault(act_id, Known(act_id, ingested=True)), told)

    def match(self, mentions: Iterable[Description]) -> None:
        """Settle all mentions: those that tell most first, in an order that depends on their words alone."""
        waiting = sorted(set(mentions), key=_rank)
        for tells_enough in (_has_number_and_date, _has_date_and_title, _is_law_by_title):
            later = []
            for mention in waiting:
                match = self._find(mention)
                if match.score == 0 and tells_enough(mention):
                    match = self._cite(mention)
                if match.act_id is None:
                    later.append(mention)
                else:
                    self.found[mention] = match
                    self._add(self.acts[match.act_id], mention)
            waiting = later
        for mention in waiting:
            self.found[mention] = self._find(mention)

    def _add(self, act: Known, told: Description) -> None:
        """Remember what is told of an act under every key that this gives; what is no news is left out."""
        key = (_issuer(told), told.date, _number(told), told.title and title_key(told.title), told.registration_number)
        if key in act.keys:
            return
        act.keys.add(key)
        act.told.append(told)
        if told.date:
            self._by_day[told.type, told.date].add(act.id)
            if told.number:
                self._by_number[told.type, told.date, number_key(told.number)].add(act.id)
            else:
                self._unnumbered[told.type, told.date].add(act.id)
        if told.registration_number:
            self._by_registration[told.registration_number].add(act.id)
        if told.title and told.type in STATE_TYPES:
            self._by_title[told.type, title_key(told.title)].add(act.id)

    def _cite(self, mention: Description) -> Match:
        """Return a new act that is only cited."""
        act_id = make_act_id(mention.type, mention.issuer, mention.date, mention.number, mention.title)
        self.acts.setdefault(act_id, Known(act_id, ingested=False))
        return Match(act_id, 1.0, "known from citations; its text is not in this base")

    def _find(self, mention: Description) -> Match:
        """Return the one act that fits best; open, with the score of the best, where several fit equally well."""
        scored = [_compare(mention, self.acts[act_id]) for act_id in sorted(self._candidates(mention))]
        best = max((match.score for match in scored), default=0.0)
        if best == 0:
            return Match(None, 0.0, "no act in this base fits")
        fitting = [match for match in scored if match.score == best]
        if len(fitting) > 1:
            return Match(None, best, f"{len(fitting)} acts in this base fit: {fitting[0].reason}")
        return fitting[0]

    def _candidates(self, mention: Description) -> set[str]:
        """Return the acts that share enough with a mention to be compared."""
        found: set[str] = set()
        if mention.registration_number:
            found |= self._by_registration.get(mention.registration_number, set())
        if mention.date and mention.number:
            found |= self._by_number.get((mention.type, mention.date, number_key(mention.number)), set())
        if mention.date and mention.title:
            same_day = self._unnumbered if mention.number else self._by_day
            found |= same_day.get((mention.type, mention.date), set())
        if mention.title and mention.type in STATE_TYPES and not mention.date:
            found |= self._by_title.get((mention.type, title_key(mention.title)), set())
        return found


def _compare(mention: Description, act: Known) -> Match:
    """Return how well a mention fits an act by anything that is told of it; score 0: something contradicts."""
    scored = (_score(mention, told) for told in act.told)
    score, reason = max(scored, key=lambda pair: pair[0])
    if not act.ingested and score:
        reason += "; its text is not in this base"
    return Match(act.id, score, reason)


def score_fit(mention: Description, told: Description) -> float:
    """Return how well a mention fits one description of an act, from 0 to 1."""
    return _score(mention, told)[0]


def _score(mention: Description, told: Description) -> tuple[float, str]:
    """Return how well a mention fits one description of an act, and why; 0: something contradicts, or too little fits.

    The rules are in the order of their weight; a number of registration outweighs a slip in a date or a number.
    """
    number, date = _agree(_number(mention), _number(told)), _agree(mention.date, told.date)
    registration = _agree(mention.registration_number, told.registration_number)
    contradicts = mention.type != told.type or date is False or number is False
    is_named = None not in (mention.title, told.title)
    if (contradicts or not (number or is_named)) and not registration:
        return _NO_FIT
    issuer = issuers_agree(mention, told)
    if issuer is False:
        return _NO_FIT
    likeness = _title_likeness(mention.title, told.title)
    if number and date and issuer and not contradicts:
        return _score_numbered(mention, told, likeness)
    if registration and (date or number) and not (likeness is not None and likeness < TITLE_DIFFERS):
        return 0.95, "same registration number, and date or number"
    if contradicts:
        return _NO_FIT
    if number and date:
        return 0.9, "same type, date and number; the issuer is not stated in full"
    if likeness is None or likeness < TITLE_ALIKE:
        return _NO_FIT
    if date:
        return (0.95, "same issuer and date, titles alike") if issuer else (0.85, "same date, titles alike")
    if mention.type in STATE_TYPES and mention.date is None:
        return 0.8, "titles alike; the date is not stated"
    return _NO_FIT


def _score_numbered(mention: Description, told: Description, likeness: float | None) -> tuple[float, str]:
    """Return the score and the reason for two descriptions of one type, issuer, date and number."""
    if likeness is not None and likeness < TITLE_DIFFERS:
        return 0.9, "same type, issuer, date and number, but another title"
    if _as_seen(mention) != _as_seen(told):
        return 0.95, "same type, issuer and date; the number is written differently"
    return 1.0, "same type, issuer, date and number"


def issuers_agree(one: Description, other: Description) -> bool | None:
    """Tell whether two descriptions name one body; None: one of them names none, or only a part of the name.

    A minister's order is also called the ministry's: of these two neither contradicts the other.
    """
    first, second = _issuer(one), _issuer(other)
    if NO_ISSUER in (first, second):
        return None
    if first == second:
        return True
    names = (one.issuer or "", other.issuer or "")
    if all((known := canonical_issuer(name)) and known.is_listed for name in names):
        offices = [_OFFICE.fullmatch(slug) for slug in (first, second)]
        return None if all(offices) and len({office["field"] for office in offices if office}) == 1 else False
    plain = [title_key(name) for name in names]
    if fuzz.ratio(*plain) >= ISSUER_ALIKE:
        return True
    return None if plain[0] in plain[1] or plain[1] in plain[0] else False


@lru_cache(_REMEMBERED)
def number_key(number: str) -> str:
    """Return a number without its signs, look-alikes told by their looks: `А-4/156`, `A4/156` → `a4156`."""
    return str(_SIGNS.sub("", to_latin_by_sight(number)))


@lru_cache(_REMEMBERED)
def title_key(title: str) -> str:
    """Return the words of a title in small letters without signs."""
    return " ".join(_SIGNS.sub(" ", title.lower()).split())


def _title_likeness(one: str | None, other: str | None) -> float | None:
    """Return how alike two titles are, 0 to 100; None where one is missing."""
    if one is None or other is None:
        return None
    return float(fuzz.ratio(title_key(one), title_key(other)))


def _agree(one: object, other: object) -> bool | None:
    """Tell whether two values are equal; None where one is missing."""
    return None if one is None or other is None else one == other


def _number(told: Description) -> str | None:
    return number_key(told.number) if told.number else None


def _as_seen(told: Description) -> str:
    """Return the number with its signs, look-alikes told by their looks."""
    return to_latin_by_sight(told.number or "")


@lru_cache(_REMEMBERED)
def _issuer(told: Description) -> str:
    return issuer_slug(told.type, told.issuer)


def _rank(mention: Description) -> tuple[object, ...]:
    """Return the place of a mention: those that tell more come first, then by their words."""
    told = (mention.number, mention.date, mention.issuer, mention.registration_number, mention.title)
    return (
        -sum(value is not None for value in told),
        str(mention.date),
        mention.number or "",
        mention.issuer or "",
        mention.title or "",
        mention.registration_number or "",
        str(mention.type),
        mention.language,
    )


def _has_number_and_date(mention: Description) -> bool:
    return bool(mention.type and mention.date and mention.number)


def _has_date_and_title(mention: Description) -> bool:
    return bool(mention.type and mention.date and mention.title)


def _is_law_by_title(mention: Description) -> bool:
    return bool(mention.title and mention.type in STATE_TYPES)
