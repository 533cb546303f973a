"""Citations of an act: of other acts, of itself, of the Standard and of the regulation's own points."""

from __future__ import annotations

import datetime
from typing import Literal

from corpus.draft import Draft
from corpus.phrase import Cite, write
from corpus.plan import ActPlan, OrderPlan
from corpus.wording import DateForm
from regkb.schemas.record import ActRef, AliasRef, Locator, SelfRef

SelfForm = Literal["of", "acc", "nom", "Of", "Nom"]


def capital(text: str) -> str:
    """Return text with its first letter large."""
    return text[:1].upper() + text[1:]


def sphere_title(draft: Draft, sphere: int) -> str:
    """Return the title of an act that approves the regulations of a sphere."""
    return write(draft.wording.many_title, sphere=draft.wording.spheres[sphere]).text


def resolution(
    draft: Draft, plan: ActPlan, form: str, *, titled: bool = False, told: bool = False, date: DateForm = "of"
) -> Cite:
    """Cite an akimat's resolution; `form` is the case of the act word; `told` adds registration and publication."""
    wording = draft.wording
    issuer = wording.issuers[plan.issuer]
    title = sphere_title(draft, plan.sphere) if titled else None
    template = draft.choose(wording.act_cite_told if titled else wording.act_cite)
    text = write_marked(
        template,
        issuer_gen=issuer.genitive,
        date=wording.say_date(plan.date, date, draft.style.padded_days),
        number=plan.number,
        title=title or "",
        act=wording.act_words[form],
    )
    tail = ""
    if told and plan.registration:
        first, second = wording.newspapers
        if plan.published:
            published = wording.say_date(plan.published, "on", False)
            tail = write_marked(
                wording.act_registered_published,
                registration=plan.registration,
                published=published,
                first=first,
                second=second,
            )
        else:
            tail = write_marked(wording.act_registered, registration=plan.registration)
    target = ActRef(
        type="resolution",
        issuer=issuer.name,
        date=plan.date,
        number=plan.number,
        title=title,
        registration_number=plan.registration if told else None,
    )
    return Cite(text, target, tail=tail)


def order(draft: Draft, plan: OrderPlan, form: str, *, sphere: int | None = None) -> Cite:
    """Cite the minister's order that approved a Standard; with a sphere its title is told."""
    wording = draft.wording
    ministry = (wording.acting_ministries if plan.acting else wording.ministries)[plan.ministry]
    title = None
    template = draft.choose(wording.order)
    if sphere is not None:
        title = write(wording.order_title, sphere=wording.spheres[sphere]).text
        template = draft.choose(wording.order_in_preamble)
    text = write_marked(
        template,
        ministry=ministry.genitive,
        date=wording.say_date(plan.date, "of", False),
        number=plan.number,
        act=wording.act_words[form],
        title=title or "",
    )
    tail = write_marked(wording.registered, registration=plan.registration) if plan.registration else ""
    target = ActRef(
        type="order",
        issuer=ministry.nominative,
        date=plan.date,
        number=plan.number,
        title=title,
        registration_number=plan.registration,
    )
    return Cite(text, target, tail=tail)


def law(draft: Draft, key: int) -> Cite:
    """Cite a law of the Republic with the article on which an act rests."""
    known = draft.wording.laws[key]
    templates = draft.wording.law if known.point else draft.wording.law_without_point
    text = write_marked(
        draft.choose(templates),
        title=known.title,
        date=draft.wording.say_date(known.date, "of", False),
        article=known.article,
        point=known.point or "",
    )
    return Cite(text, law_ref(draft, known.title, known.date), Locator(article=known.article, point=known.point))


def law_ref(draft: Draft, title: str, date: datetime.date) -> ActRef:
    """Return a law as the record has it."""
    return ActRef(type="law", issuer=draft.wording.republic, date=date, title=title)


def own(draft: Draft, form: SelfForm) -> Cite:
    """Cite the act that is speaking."""
    return Cite(draft.wording.selves[form], SelfRef(self="act"))


def annex_of_act(draft: Draft, number: int | None, form: Literal["of", "Of"]) -> Cite:
    """Cite an annex of the act that is speaking; without a number where it has one only."""
    wording = draft.wording
    place = wording.annex_alone
    if number is not None:
        place = write_marked(wording.annex[draft.style.annex_numbers], number=str(number))
    text = write_marked(wording.annex_of_act[form], place=place)
    return Cite(text, SelfRef(self="act"), Locator(annex="" if number is None else str(number)))


def this_regulation(draft: Draft, service: str) -> Cite:
    """Cite the regulation that is speaking, by its whole title."""
    return Cite(write_marked(draft.wording.this_regulation, service=service), SelfRef(self="regulation"))


def own_point(draft: Draft, number: int) -> Cite:
    """Cite a point of the regulation that is speaking."""
    text = write_marked(draft.wording.own_point, place=_place(draft, "to", number))
    return Cite(text, SelfRef(self="regulation"), Locator(point=str(number)))


def own_annex(draft: Draft, number: int | None) -> Cite:
    """Cite an annex of the regulation that is speaking."""
    wording = draft.wording
    place = wording.annex_alone
    if number is not None:
        place = write_marked(wording.annex[draft.style.annex_numbers], number=str(number))
    text = write_marked(wording.own_annex, place=place)
    return Cite(text, SelfRef(self="regulation"), Locator(annex="" if number is None else str(number)))


def standard_point(draft: Draft, number: int, form: Literal["to", "at"]) -> Cite:
    """Cite a point of the Standard."""
    text = write_marked(draft.wording.standard_point[form], place=_place(draft, form, number))
    return Cite(text, AliasRef(alias=draft.wording.alias), Locator(point=str(number)))


def standard_annex(draft: Draft, number: int) -> Cite:
    """Cite an annex of the Standard."""
    place = write_marked(draft.wording.annex[draft.style.annex_numbers], number=str(number))
    text = write_marked(draft.wording.standard_annex, place=place)
    return Cite(text, AliasRef(alias=draft.wording.alias), Locator(annex=str(number)))


def _place(draft: Draft, form: Literal["to", "at"], number: int) -> str:
    return write_marked(draft.wording.places[form][draft.style.annex_numbers], number=str(number))


def write_marked(template: str, **slots: str) -> str:
    """Fill a template of plain strings and keep its mark-up for the sentence that takes it up."""
    return template.format(**slots)
