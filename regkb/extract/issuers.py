"""Which body a name means, in any spelling and either language: `Үлгі облыстық әкімінің` ~ `Аким Улгинской области`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import regex
from rapidfuzz import fuzz

from regkb.extract.nominative import LONGEST_NAME, to_nominative
from regkb.extract.rural_issuers import read_rural_name
from regkb.lang import LANGUAGES, words
from regkb.lang.cases import CaseWords
from regkb.lang.header import HeaderWords
from regkb.lang.issuers import IssuerWords, NamedBody, Place, PlaceKind, ministries, places, state_bodies
from regkb.lang.transliteration import to_latin
from regkb.normalize.lookalikes import map_lookalikes
from regkb.schemas.record import Language

LEAST_PLACE = 80.0
"""The smallest likeness, 0 to 100, of a place's name: `Костаная` is 88 % like `Костанай`."""
LEAST_BODY = 92.0
"""The smallest likeness of a longer name: a minister's field, a body of the state."""
MARGIN = 4.0
"""By so much the best place must be more like the name than the next."""

_LONGEST_ISSUER = 200
_SIZES: dict[PlaceKind, int] = {"region": 0, "city": 1, "district": 2}
_FIRST_WORDS = 8
"""Words of a Russian name among which its head stands: `И.о. Министра`, `Северо-Казахстанский областной маслихат`."""
# a figure, or the end of a sentence or of a clause, inside what should be a name
_NO_NAME = regex.compile(r"[\d№:;?!]|[\p{L}]{3}\s?\.\s")

_FOLDED = str.maketrans("әғқңөұүһіёй", "агкноуухиеи")


@dataclass(frozen=True, slots=True)
class IssuerMatch:
    """A body of the table: its code (a slug), what it is, its present names, the region and its ISO 3166-2 code.

    `score`, 0 to 100, is the likeness of the least certain part of the name. An akim of a village, of which the table
    has only the district or city, has just the name as written.
    """

    code: str
    body: str
    kk: str | None
    ru: str | None
    region: str | None
    iso: str | None
    score: float

    @property
    def is_listed(self) -> bool:
        """Tell whether the table has the body itself, so that another code is another body."""
        return self.kk is not None and self.ru is not None


@lru_cache(maxsize=4096)
def canonical_issuer(name: str) -> IssuerMatch | None:
    """Return the body that `name` means, in Kazakh or Russian and in any case; None where the table has none such, or
    where the name fits several (`Жамбыл аудандық мәслихаты` without its region).
    """
    if len(name) > LONGEST_NAME:
        return None
    plain = map_lookalikes(" ".join(name.split()))
    found = [match for language in LANGUAGES for match in _candidates(plain, language)]
    return max(found, key=lambda match: match.score, default=None)


def names_a_body(name: str, language: Language) -> bool:
    """Tell whether `name`, in the nominative, can be the name of a body that issues acts: as short as one, no figure or
    end of a sentence inside, and a word for a body, an office or the state where the language has it: the last in
    Kazakh, one of the first in Russian.
    """
    if len(name) > _LONGEST_ISSUER or _NO_NAME.search(name):
        return False
    grammar = _grammar(language)
    if grammar.state.fullmatch(name):
        return True
    for acting, new in grammar.acting:
        name = acting.sub(new, name)
    tokens = map_lookalikes(name).split()
    heads = tokens[-1:] if grammar.head_last else tokens[:_FIRST_WORDS]
    return any(grammar.offices.fullmatch(token) for token in heads)


def _candidates(name: str, language: Language) -> Iterator[IssuerMatch]:
    for acting, new in _grammar(language).acting:
        name = acting.sub(new, name)
    local = _local_body(name, language) or _rural_body(name, language)
    if local is not None:
        yield local
    state = _state_body(name, language)
    if state is not None:
        yield state


# -- akimats, maslikhats, akims


@dataclass(frozen=True, slots=True)
class _Grammar:
    bodies: tuple[tuple[regex.Pattern[str], str], ...]
    foreign: regex.Pattern[str]
    kinds: tuple[tuple[regex.Pattern[str], PlaceKind], ...]
    adjective: regex.Pattern[str]
    state: regex.Pattern[str]
    offices: regex.Pattern[str]
    head_last: bool
    acting: tuple[tuple[regex.Pattern[str], str], ...]


@cache
def _grammar(language: Language) -> _Grammar:
    known: IssuerWords = words("issuers", language)
    header: HeaderWords = words("header", language)
    cases: CaseWords = words("cases", language)

    def word(pattern: str) -> regex.Pattern[str]:
        return regex.compile(rf"(?<!\p{{L}})(?:{pattern})(?!\p{{L}})", regex.IGNORECASE)

    return _Grammar(
        bodies=tuple((word(pattern), body) for pattern, body in known.bodies),
        foreign=word(known.foreign),
        kinds=tuple((word(pattern), kind) for pattern, kind in known.kinds),
        adjective=regex.compile(known.adjective, regex.IGNORECASE),
        state=word(known.state),
        offices=word(rf"(?:\p{{L}}+-)?(?:{header.bodies}|{known.foreign})"),
        head_last=cases.head_last,
        acting=tuple((regex.compile(pattern, regex.IGNORECASE), new) for pattern, new in known.acting),
    )


@dataclass(frozen=True, slots=True)
class LocalName:
    """What the name of a local body says: its word, and the kind and the name of each place, `""` where none is said.

    `is_bare` tells that there is no other word: `Облыс әкімдігі`.
    """

    body: str
    places: tuple[tuple[PlaceKind, str], ...]
    is_bare: bool


@lru_cache(maxsize=4096)
def read_local_name(name: str, language: Language) -> LocalName | None:
    """Return what `name` says of an akimat, a maslikhat, an akim or a department of justice; None: it is none such."""
    grammar = _grammar(language)
    found = next(((match, body) for pattern, body in grammar.bodies if (match := pattern.search(name))), None)
    if found is None:
        return None
    match, body = found
    rest = name[: match.start()] + name[match.end() :]
    if grammar.foreign.search(rest):
        return None
    tokens = rest.split()
    named = tuple(_named_places(tokens, language))
    return LocalName(body, named, len(tokens) == len(named))


def _local_body(name: str, language: Language) -> IssuerMatch | None:
    said = read_local_name(name, language)
    located = _locate(said.places, language) if said else None
    return _describe(located[0], said.body, located[1]) if said and located else None


def _rural_body(name: str, language: Language) -> IssuerMatch | None:
    """Return the akim of a village or a rural district of a district, or of a city, that is known."""
    said = read_rural_name(name, language)
    located = _locate(tuple(_named_places(said.around.split(), language)), language) if said else None
    if said is None or located is None or located[0].kind == "region":
        return None
    around, score = located
    region = _region_of(around)
    place = "-".join(regex.findall(r"[a-z\d]+", to_latin(_core(said.place, language))))
    return IssuerMatch(
        code=f"{around.code}-{place}-{said.kind}-akim",
        body="akim",
        kk=name if language == "kk" else None,
        ru=name if language == "ru" else None,
        region=region.code if region else None,
        iso=region.iso if region else None,
        score=score,
    )


def _describe(place: Place, body: str, score: float) -> IssuerMatch:
    region = _region_of(place)
    return IssuerMatch(
        code=f"{place.code}-{body}",
        body=body,
        kk=_full_name(place, body, "kk"),
        ru=_full_name(place, body, "ru"),
        region=region.code if region else None,
        iso=region.iso if region else None,
        score=score,
    )


@lru_cache(maxsize=4096)
def complete_issuer(name: str, own: str, language: Language) -> str:
    """Return the body that an act of `own` calls by its kind alone: `Облыс әкімдігі` → `Үлгі облысы әкімдігі`.

    The place is that of `own`, or the region around it. Any other name comes back as it is.
    """
    said, speaker = read_local_name(name, language), read_local_name(own, language)
    if said is None or speaker is None or not said.is_bare or len(said.places) > 1 or not speaker.places:
        return name
    if said.body == speaker.body and (not said.places or said.places[0][0] == _smallest(speaker.places)):
        return own
    located = _locate(speaker.places, language)
    around = (located[0], _region_of(located[0])) if located else ()
    wanted = [place for place in around if place and said.places and place.kind == said.places[0][0]]
    return _full_name(wanted[0], said.body, language) if wanted else name


def _smallest(named: Sequence[tuple[PlaceKind, str]]) -> PlaceKind:
    return max((kind for kind, _ in named), key=_SIZES.__getitem__)


def _named_places(tokens: Sequence[str], language: Language) -> Iterator[tuple[PlaceKind, str]]:
    """Yield the kind and the name of each place in the words of a body's name."""
    known: IssuerWords = words("issuers", language)
    grammar = _grammar(language)
    kinds = [_kind_of(token, grammar) for token in tokens]
    start = 0
    for place, kind in enumerate(kinds):
        if kind is None:
            continue
        if known.whole_name_before:
            yield kind, " ".join(tokens[start:place])
        elif place > start and grammar.adjective.fullmatch(tokens[place - 1]):
            yield kind, tokens[place - 1]
        else:
            yield kind, " ".join(_noun_ahead(tokens, kinds, place, grammar))
        start = place + 1


def _noun_ahead(
    tokens: Sequence[str], kinds: Sequence[PlaceKind | None], place: int, grammar: _Grammar
) -> Sequence[str]:
    """Return the words after `tokens[place]` up to the next place: `района |Шал акына| Улгинской области`."""
    until = next((at for at in range(place + 1, len(tokens)) if kinds[at]), len(tokens))
    if until < len(tokens) and grammar.adjective.fullmatch(tokens[until - 1]):
        until -= 1
    return tokens[place + 1 : until]


def _kind_of(token: str, grammar: _Grammar) -> PlaceKind | None:
    return next((kind for pattern, kind in grammar.kinds if pattern.fullmatch(token)), None)


def _locate(named: Sequence[tuple[PlaceKind, str]], language: Language) -> tuple[Place, float] | None:
    """Return the smallest place that the names give, each sought inside the larger ones; None in case of doubt."""
    best: tuple[Place, float] | None = None
    for kind, name in sorted(named, key=lambda pair: _SIZES[pair[0]]):
        inside = best[0].code if best else None
        candidates = [
            (place, _likeness(name, place, language))
            for place in places()
            if place.kind == kind and (inside is None or inside in place.parents)
        ]
        candidates.sort(key=lambda pair: -pair[1])
        if not candidates or candidates[0][1] < LEAST_PLACE:
            return None
        if len(candidates) > 1 and candidates[0][1] - candidates[1][1] < MARGIN:
            return None
        best = candidates[0][0], min(candidates[0][1], best[1] if best else 100.0)
    return best


def _likeness(name: str, place: Place, language: Language) -> float:
    forms = place.kk if language == "kk" else place.ru
    return max(fuzz.ratio(_core(name, language), _core(form, language)) for form in forms)


@cache
def _core(name: str, language: Language) -> str:
    """Return a place's name without what differs between spellings: an adjective's ending, special letters."""
    match = _grammar(language).adjective.fullmatch(name)
    return _fold(match["stem"] if match else name)


def _fold(text: str) -> str:
    """Return `text` in small letters, the special letters of Kazakh as those that they are mistaken for."""
    return text.lower().translate(_FOLDED)


def _by_code(code: str) -> Place:
    return next(place for place in places() if place.code == code)


def _region_of(place: Place) -> Place | None:
    """Return the region, or the city of the Republic's own, to which `place` belongs now."""
    while not place.iso and place.parents:
        place = _by_code(place.parents[0])
    return place if place.iso else None


def _full_name(place: Place, body: str, language: Language) -> str:
    """Return the present name of a body: `Алматы облысы Талғар ауданы әкімдігі`, `Акимат Талгарского района …`."""
    known: IssuerWords = words("issuers", language)
    parts = []
    for of in (_region_of(place), place) if place.iso is None and place.parents else (place,):
        if of is None:
            continue
        name = (of.kk if language == "kk" else of.ru)[0]
        pattern, new = next(
            (pattern, new)
            for kind, pattern, new in known.place_names
            if kind == of.kind and regex.fullmatch(pattern, name)
        )
        parts.append(regex.sub(rf"^{pattern}$", new, name))
    located = " ".join(parts if known.whole_name_before else reversed(parts))
    return known.body_names[body].format(located)


# -- ministers and the other bodies of the state


def _state_body(name: str, language: Language) -> IssuerMatch | None:
    plain = _without_state(to_nominative(name, language), language)
    best: tuple[float, str, str, NamedBody] | None = None
    for code, body, entry, form in _state_forms(language):
        score = fuzz.ratio(plain, form) if plain and form else 100.0 * (plain == form)
        if score >= LEAST_BODY and (best is None or score > best[0]):
            best = score, code, body, entry
    if best is None:
        return None
    score, code, body, entry = best
    return IssuerMatch(code, body, _state_name(body, entry, "kk"), _state_name(body, entry, "ru"), None, None, score)


@cache
def _state_forms(language: Language) -> tuple[tuple[str, str, NamedBody, str], ...]:
    """Return code, body, entry and the name without the Republic for every body of the state."""
    forms = []
    for entry in ministries():
        for body in ("minister", "ministry"):
            forms.append(
                (f"{body}-{entry.code}", body, entry, _without_state(_state_name(body, entry, language), language))
            )
    for entry in state_bodies():
        for form in entry.kk if language == "kk" else entry.ru:
            forms.append((entry.code, "state", entry, _without_state(form, language)))
    return tuple(forms)


def _state_name(body: str, entry: NamedBody, language: Language) -> str:
    known: IssuerWords = words("issuers", language)
    name = (entry.kk if language == "kk" else entry.ru)[0]
    return known.body_names[body].format(name) if body in known.body_names else name


def _without_state(name: str, language: Language) -> str:
    return " ".join(_fold(_grammar(language).state.sub(" ", name)).split())
