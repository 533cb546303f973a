"""What holds where an act does not say when it enters into force or begins to apply.

Sources: the Law of 24 March 1998 № 213-I «О нормативных правовых актах», art. 36, and the Law of 6 April 2016 № 480-V
«О правовых актах», art. 42; the latter applied from 19 April 2016 and repealed the former (its art. 67). Read in an
unofficial copy (github.com/kazakhstan-law/codes, made from zan.gov.kz), not in the official one: of 213-I an edition of
2007 and that of 15 April 2013, of 480-V those of 1 January 2020 and 16 May 2020. By the notes under them art. 36 got
its wording on 16 June 2004, and the only change to art. 42 until May 2020, on 5 July 2018, concerns no local act.
Before 2005 and after 16 May 2020 nothing is said here, since no wording was read.

- Acts that are registered with a justice body enter into force on the day of registration, others after signing
  (213-I, art. 36(1); 480-V, art. 42(1)).
- Registered acts of ministers, maslikhats, akimats and akims, laws and decrees begin to apply when ten calendar days
  have passed after the day of their first official publication, unless they set another term (213-I, art. 36(2)(1) and
  (5); 480-V, art. 42(3)(1) and (4)).
- Of unregistered resolutions, orders and decisions under 213-I some apply from adoption (art. 36(2)(4)) and some, the
  Government's, after publication (art. 36(2)(1)). Which of the two is not decided here.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from regkb.schemas.record import ActType, Day, EffectRule


@dataclass(frozen=True, slots=True)
class _Statute:
    """A law on legal acts and the days for which its wording was read; the articles as they are cited."""

    name: str
    first: Day
    last: Day
    force: str
    applied: str
    applied_law: str
    publication_due: str
    publication_due_from: Day
    unregistered_after_publication: bool


_STATUTES = (
    _Statute(
        name="Law of 24.03.1998 № 213-I",
        first=datetime.date(2005, 1, 1),
        last=datetime.date(2016, 4, 18),
        force="art. 36(1)",
        applied="art. 36(2)(5)",
        applied_law="art. 36(2)(1)",
        publication_due="art. 30(2-1)",
        publication_due_from=datetime.date(2013, 1, 1),  # added on 27 April 2012; the copy read is of 15 April 2013
        unregistered_after_publication=False,
    ),
    _Statute(
        name="Law of 06.04.2016 № 480-V",
        first=datetime.date(2016, 4, 19),
        last=datetime.date(2020, 5, 16),
        force="art. 42(1)",
        applied="art. 42(3)(4)",
        applied_law="art. 42(3)(1)",
        publication_due="art. 37(3)",
        publication_due_from=datetime.date(2016, 4, 19),
        unregistered_after_publication=True,
    ),
)
_PARLIAMENT_AND_PRESIDENT = ("law", "code", "decree")
_PUBLICATION_TERM = 30


def find_force_rule(day: Day, registered: bool) -> EffectRule | None:
    """Return when an act enters into force that does not say so itself; None where no wording of the law was read.

    `day` is that of registration, else of adoption; `registered`: with a justice body. The rule's text cites the law.
    """
    statute = _statute_of(day)
    if statute is None:
        return None
    event = "registration" if registered else "signing"
    return EffectRule.model_validate({"event": event, "text": f"{statute.name}, {statute.force}"})


def find_application_rule(act_type: ActType | None, day: Day, registered: bool) -> EffectRule | None:
    """Return when an act begins to apply that does not say so itself; None where the law read does not settle it.

    Arguments as in `find_force_rule`. The rule holds only "unless the act sets another term".
    """
    statute = _statute_of(day)
    if statute is None:
        return None
    if act_type in _PARLIAMENT_AND_PRESIDENT:
        article = statute.applied_law
    elif registered or statute.unregistered_after_publication:
        article = statute.applied
    else:
        return None
    text = f"{statute.name}, {article}"
    return EffectRule(event="first_official_publication", days=10, calendar="calendar", text=text)


def find_publication_due(force: Day) -> tuple[Day, str] | None:
    """Return the day by which an act in force since `force` was to be published first, and the article that says so."""
    statute = _statute_of(force)
    if statute is None or force < statute.publication_due_from:
        return None
    due = force + datetime.timedelta(days=_PUBLICATION_TERM)
    return due, f"{statute.name}, {statute.publication_due}"


def _statute_of(day: Day) -> _Statute | None:
    return next((statute for statute in _STATUTES if statute.first <= day <= statute.last), None)
