"""The identifier of an act, an Akoma Ntoso work IRI: `/akn/kz/act/resolution/almaty-region-akimat/2016-06-02/275`."""

from __future__ import annotations

import hashlib

import regex

from regkb.extract.issuers import canonical_issuer
from regkb.lang.transliteration import to_latin, to_latin_by_sight
from regkb.schemas.record import ActType, Day

NO_TYPE, NO_ISSUER, NO_DATE, NO_NUMBER = "other", "unknown", "0000", "nn"
"""What stands for a part that is not known; `nn` is the naming convention's own word for acts without a number."""

# laws, codes and decrees are adopted by the state: a citation names the Republic, a body of it, or none
STATE_TYPES: dict[ActType, str] = {"law": "republic", "code": "republic", "decree": "president"}
_NOT_IN_A_SLUG = regex.compile(r"[^a-z0-9.]+")


def make_act_id(
    type: ActType | None,
    issuer: str | None,
    date: Day | None,
    number: str | None,
    title: str | None = None,
) -> str:
    """Return the work IRI of an act, the same for an act that was ingested and one that is cited, in either language.

    A body of the issuers' table has one slug in all its spellings; any other has its name in Latin letters. Parts that
    are not known have placeholders. Where the number is not known, a digest of `title`, if given, keeps apart what one
    body adopted on one day.
    """
    parts = [type or NO_TYPE, issuer_slug(type, issuer), date.isoformat() if date else NO_DATE, _number(number, title)]
    return "/akn/kz/act/" + "/".join(parts)


def issuer_slug(type: ActType | None, issuer: str | None) -> str:
    """Return the issuer's part of the IRI; it never begins with a digit, which Akoma Ntoso would take for a date."""
    if type in STATE_TYPES:
        return STATE_TYPES[type]
    if issuer is None:
        return NO_ISSUER
    known = canonical_issuer(issuer)
    if known is not None:
        return known.code
    slug = _slug(to_latin(issuer)) or NO_ISSUER
    return f"body-{slug}" if slug[0].isdigit() else slug


def _number(number: str | None, title: str | None) -> str:
    """Return the number's part: `2/310` → `2-310`, since a slash would open another part."""
    if number is not None and (slug := _slug(to_latin_by_sight(number))):
        return slug
    if title is None:
        return NO_NUMBER
    plain = " ".join(regex.findall(r"\w+", title.lower()))
    return f"{NO_NUMBER}-{hashlib.sha256(plain.encode()).hexdigest()[:8]}"


def _slug(text: str) -> str:
    return str(_NOT_IN_A_SLUG.sub("-", text)).strip("-.")
