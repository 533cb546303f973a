"""Puts a plan into words: the act's header, its points, its annexes, and the record of all that it says."""

from __future__ import annotations

from random import Random

from corpus.citations import annex_of_act, law, law_ref, order, own, resolution, write_marked
from corpus.draft import Draft
from corpus.phrase import Cite, Piece, Written, join
from corpus.plan import Plan, RulePlan
from corpus.regulation import add_regulation, service_title
from corpus.specimen import Specimen
from corpus.wording import Effect, Wording
from regkb.schemas.record import (
    Act,
    Action,
    ActRef,
    AliasRef,
    Amendment,
    Commencement,
    EffectRule,
    Locator,
    Registration,
    Repeal,
    Service,
    Signatory,
    TitleRef,
)

_EVENTS = {
    "first_publication": ("first_official_publication", "calendar"),
    "publication_days": ("publication", None),
    "publication_day": ("first_official_publication", None),
    "date": ("date", None),
}
APPENDED_PARAGRAPH = "2"
"""Which paragraph of a point the one is that the templates append."""
LATE_LAWS, EARLY_LAWS = (0, 1, 2), (1, 3)
"""Keys of laws that an act may rest on: the law on public services dates from 2013, that on legal acts from 2016."""


def compose(plan: Plan, wording: Wording) -> Specimen:
    """Return the specimen that says in one language what `plan` plans."""
    return _Composer(plan, wording).specimen()


class _Composer:
    """Writes one act, from its title to its last annex."""

    def __init__(self, plan: Plan, wording: Wording) -> None:
        self.plan = plan
        self.words = wording
        self.issuer = wording.issuers[plan.issuer]
        self.draft = Draft(wording, plan.style, Random(f"{plan.wording}/{wording.language}"))
        self.actions: list[Action] = []
        self.amendments: list[Amendment] = []
        self.services: list[Service] = []
        self.points = 0

    def specimen(self) -> Specimen:
        plan, draft = self.plan, self.draft
        title = self._title()
        repeal = self._header()
        self._preamble()
        {
            "approve_one": self._approve_one,
            "approve_many": self._approve_many,
            "restate": self._restate,
            "amend": self._amend,
            "repeal": self._repeal,
        }[plan.kind]()
        if plan.kind.startswith("approve") and plan.repeals:
            self._repeal_in_passing()
        self._duties()
        commencement = self._commencement()
        signatories, agreed = self._signature()
        for number, service in enumerate(plan.services, start=1):
            self.services.append(add_regulation(draft, plan, service, number))
        act = Act(
            id=f"specimen/{plan.name}",
            language=self.words.language,
            type="resolution",
            title=title,
            issuer=self.issuer.name,
            number=plan.number,
            date=plan.date,
            registration=Registration(
                authority=self.issuer.authority, date=plan.registration_date, number=plan.registration_number
            ),
            status="repealed" if plan.repeal else "in_force",
            repeal=repeal,
            commencement=commencement,
            signatories=signatories,
            agreed_by=agreed,
            actions=self.actions,
            amendments=self.amendments,
            services=self.services,
            references=draft.references,
            paragraphs=draft.paragraphs(),
        )
        return Specimen(plan, tuple(draft.passages), act)

    # -- header ------------------------------------------------------------------------------------------------------

    def _title(self) -> str:
        plan, words = self.plan, self.words
        slots: dict[str, Piece] = {}
        if plan.kind == "approve_one":
            template, slots = words.one_title, {"service": service_title(self.draft, plan.services[0])}
        elif plan.kind == "approve_many":
            template, slots = words.many_title, {"sphere": words.spheres[plan.sphere]}
        elif plan.kind == "repeal":
            template = words.repeal_title
            slots = {"cite": resolution(self.draft, plan.repeals[0], "repealed_title", titled=True)}
            if len(plan.repeals) > 1:
                template, slots = words.repeal_many_title, {"issuer_gen": self.issuer.genitive}
        else:
            assert plan.amended is not None
            template = words.restate_title if plan.kind == "restate" else words.amend_title
            slots = {"cite": resolution(self.draft, plan.amended, "amended", titled=True)}
        return self.draft.add("title", self.draft.fill(template, **slots), "title").text

    def _header(self) -> Repeal | None:
        plan, words, draft = self.plan, self.words, self.draft
        status = words.status_repealed if plan.repeal else draft.choose(words.status_in_force)
        if status:
            draft.add("status", draft.fill(status), "status")
        info: Piece = draft.fill(
            draft.choose(words.info),
            issuer_gen=self.issuer.genitive,
            date=words.say_date(plan.date, "of", plan.style.padded_days),
            number=plan.number,
            authority_at=self.issuer.authority_at,
            registered_on=words.say_date(
                plan.registration_date, "in_year" if plan.style.registered_in_year else "on", plan.style.padded_days
            ),
            registration=plan.registration_number,
        )
        if plan.repeal is None:
            draft.add("info", join(info), "info")
            return None
        by = resolution(draft, plan.repeal, "by")
        draft.add("info", draft.fill(words.info_repeal, info=info, cite=by), "info")
        _, rule = self._rule(plan.repeal_rule)
        dotted = words.say_date(plan.repeal.date, "dotted", False)
        in_note = Cite(
            write_marked(
                words.act_cite[0],
                issuer_gen=words.issuers[plan.repeal.issuer].genitive,
                date=dotted,
                number=plan.repeal.number,
                act=f"[[{words.act_words['by']}]]" if draft.rng.random() < 0.4 else words.act_words["by"],
            ),
            by.target,
        )
        draft.add("note", draft.fill(draft.choose(words.note), cite=in_note, rule=rule.text))
        if plan.style.note_of_editor:
            for line in words.editor_notes:
                draft.add("note", draft.fill(line))
        assert isinstance(by.target, ActRef)
        return Repeal(by=by.target, effective=rule)

    def _rule(self, plan: RulePlan) -> tuple[Effect, EffectRule]:
        """Return a rule of effect with its words, in the act's style, and the templates that say it."""
        effect = self.draft.rng.choice(self.words.effects[plan.kind])
        start = self.words.say_date(plan.date, "from", False) if plan.date else ""
        event, calendar = _EVENTS[plan.kind]
        text = self.draft.say(write_marked(effect.rule, **{"from": start}))
        rule = EffectRule.model_validate(
            {"event": event, "days": plan.days, "calendar": calendar, "date": plan.date, "text": text}
        )
        return effect, rule

    def _preamble(self) -> None:
        plan, words, draft = self.plan, self.words, self.draft
        issuer = {"issuer": self.issuer.itself}
        old = plan.date.year <= 2015
        if plan.services and plan.date.year >= 2014:
            order_cite = order(draft, plan.services[0].order, "order_to", sphere=plan.sphere)
            template = draft.choose(words.preamble)
            pieces: dict[str, Piece] = {"law": law(draft, 0), "order": order_cite, **issuer}
        elif old and draft.rng.random() < 0.6:
            template = draft.choose(words.preamble_shared)
            pair = (words.laws[1], words.laws[0]) if plan.date.year >= 2014 else (words.laws[3], words.laws[1])
            cites = [
                Cite(
                    write_marked(form, title=known.title, date=words.say_date(known.date, "of", False)),
                    law_ref(draft, known.title, known.date),
                )
                for form, known in zip(words.shared_law, pair, strict=True)
            ]
            pieces = {"first": cites[0], "second": cites[1], **issuer}
        else:
            template = words.preamble[0]
            keys = EARLY_LAWS if plan.date.year <= 2016 else LATE_LAWS
            pieces = {"law": law(draft, keys[plan.law % len(keys)]), **issuer}
        draft.add("preamble", draft.fill(template, **pieces))

    # -- points ------------------------------------------------------------------------------------------------------

    def _point(self, written: Written) -> str:
        """Put down the act's next point; return its path."""
        self.points += 1
        path = f"point:{self.points}"
        self.draft.add(path, join(f"{self.points}. ", written))
        return path

    def _act_on(self, kind: str, target: Cite | str, at: str) -> None:
        """Note what the act does; a citation's target stands, a title becomes a target of its own."""
        meant = self.draft.say(target) if isinstance(target, str) else target.target
        assert not isinstance(meant, AliasRef)
        self.actions.append(
            Action.model_validate(
                {"type": kind, "target": TitleRef(title=meant) if isinstance(meant, str) else meant, "at": at}
            )
        )

    def _approve_one(self) -> None:
        title = service_title(self.draft, self.plan.services[0])
        template = self.draft.choose(self.words.approve_one)
        annex = annex_of_act(self.draft, None, "Of")
        at = self._point(self.draft.fill(template, service=title, annex=annex))
        self._act_on("approve", title, at)

    def _approve_many(self) -> None:
        opening, each, last = self.draft.rng.choice(self.words.approve_many)
        parent = self._point(self.draft.fill(opening))
        count = len(self.plan.services)
        for number, service in enumerate(self.plan.services, start=1):
            title = service_title(self.draft, service)
            annex = annex_of_act(self.draft, number, "of")
            written = self.draft.fill(last if number == count else each, service=title, annex=annex)
            self._act_on("approve", title, self.draft.add_subpoint(parent, number, written))

    def _restate(self) -> None:
        plan, words, draft = self.plan, self.words, self.draft
        assert plan.amended is not None
        cite = resolution(draft, plan.amended, "amended", titled=True, told=True)
        parent = self._point(draft.fill(draft.choose(words.restate), cite=cite))
        self._act_on("amend", cite, parent)
        count = len(plan.services)
        template = draft.choose(words.restate_one)
        for number, service in enumerate(plan.services, start=1):
            title = service_title(draft, service)
            annex = annex_of_act(draft, None if count == 1 else number, "of")
            same = Cite(words.selves["same"], cite.target)
            end = "." if number == count else ";"
            written = join(draft.fill(template, service=title, annex=annex, same=same), end)
            self._act_on("amend", title, self.draft.add_subpoint(parent, number, written))

    def _amend(self) -> None:
        plan, words, draft = self.plan, self.words, self.draft
        assert plan.amended is not None and plan.amended_service is not None
        cite = resolution(draft, plan.amended, "by", titled=True, told=True)
        title = service_title(draft, plan.amended_service)
        parent = self._point(draft.fill(draft.choose(words.amend), cite=cite, service=title))
        self._act_on("amend", cite, parent)
        self._act_on("amend", title, parent)
        unnumbered = plan.date.year <= 2013
        for number, change in enumerate(plan.changes, start=1):
            end = "." if number == len(plan.changes) else ";"
            known = words.changes[change.words % len(words.changes)]
            place = words.amend_place[0 if change.subpoint is None else 1]
            slots = {
                "point": str(change.point),
                "subpoint": str(change.subpoint),
                "old": known.old,
                "new": known.new,
                "end": (words.only_russian if change.only_russian else "") + end,
            }
            slots["place"] = write_marked(place, **slots)
            written = draft.fill(draft.choose(words.amend_one[change.operation]), **slots)
            if unnumbered:
                at = f"{parent}/p"
                draft.add(at, written)
            else:
                at = self.draft.add_subpoint(parent, number, written)
            index = draft.last_index
            old: str | None = draft.say(known.old)
            new: str | None = draft.say(known.new)
            if change.operation in ("replace_whole", "append"):
                old, new = None, self._quote(at, change.operation == "replace_whole", change.point, change.words, end)
            elif change.operation == "delete":
                new = None
            elif change.operation == "insert_after":
                new = draft.say(f", {known.new}")
            locator = Locator(
                point=str(change.point),
                subpoint=str(change.subpoint) if change.subpoint is not None else None,
                paragraph=APPENDED_PARAGRAPH if change.operation == "append" else None,
            )
            self.amendments.append(
                Amendment(
                    at=at,
                    index=index,
                    affected_title=draft.say(title),
                    locator=locator,
                    operation=change.operation,
                    old=old,
                    new=new,
                    condition=draft.say(words.only_russian.lstrip(", ")) if change.only_russian else None,
                )
            )

    def _quote(self, at: str, whole: bool, point: int, key: int, end: str) -> str:
        """Put down quoted wording; return it without its quotation marks."""
        text = self.words.quoted_points[key] if whole else self.words.appended[key]
        if whole:
            text = f"{point}. {text}"
        path = at.rsplit("/", 1)[0] + "/quote" if at.endswith("/p") else f"{at}/quote"
        self.draft.add(path, self.draft.fill(f"«{text}»{end}"))
        return self.draft.say(text)

    def _repeal(self) -> None:
        plan, words, draft = self.plan, self.words, self.draft
        if len(plan.repeals) == 1:
            self._repeal_in_passing()
            return
        parent = self._point(draft.fill(words.repeal_many[0]))
        for number, act in enumerate(plan.repeals, start=1):
            cite = resolution(draft, act, "listed", titled=True, told=True)
            end = "." if number == len(plan.repeals) else ";"
            written = join(draft.fill(words.repeal_many[1], cite=cite), end)
            self._act_on("repeal", cite, self.draft.add_subpoint(parent, number, written))

    def _repeal_in_passing(self) -> None:
        cite = resolution(self.draft, self.plan.repeals[0], "repealed", titled=True, told=True)
        at = self._point(self.draft.fill(self.draft.choose(self.words.repeal), cite=cite))
        self._act_on("repeal", cite, at)

    def _duties(self) -> None:
        words, draft = self.words, self.draft
        slots: dict[str, Piece] = {
            "department": draft.choose(words.departments),
            "department_head": draft.choose(words.department_heads),
            "issuer_gen": self.issuer.genitive,
            "self_of": own(draft, "of"),
            "self_acc": own(draft, "acc"),
            "self_of_capital": own(draft, "Of"),
            "akim_gen": self.issuer.head_genitive,
            "deputy": words.people[self.plan.deputy].charged,
        }
        if draft.rng.random() < 0.4:
            opening, items = words.duties_listed
            parent = self._point(draft.fill(opening, **slots))
            for number, item in enumerate(items, start=1):
                self.draft.add_subpoint(parent, number, draft.fill(item, **slots))
        else:
            self._point(draft.fill(draft.choose(words.duties), **slots))
        self._point(draft.fill(draft.choose(words.control), **slots))

    def _commencement(self) -> Commencement:
        words, draft, plan = self.words, self.draft, self.plan.rule
        effect, applied = self._rule(plan)
        both = plan.in_force_on_registration
        written = draft.fill(
            words.effect_both if both else words.effect_alone,
            self_nom_capital=own(draft, "Nom"),
            in_force=words.in_force,
            effect=effect.point if both else "{rule}",
            rule=applied.text,
        )
        self._point(written)
        in_force = EffectRule(event="registration", text=draft.say(words.in_force)) if both else None
        return Commencement(in_force=in_force, applied=applied)

    def _signature(self) -> tuple[list[Signatory], list[Signatory]]:
        plan, words, draft = self.plan, self.words, self.draft
        name = words.people[plan.head].name
        gap = " " * (draft.rng.choice((1, 1, 17, 23)))
        draft.add("signature", draft.fill(f"{self.issuer.head}{gap}{name}"))
        agreed = []
        if plan.agreed:
            endorser = words.people[(plan.head + 3) % len(words.people)].name
            for line in words.agreed:
                draft.add("signature", draft.fill(line, name=endorser))
            agreed.append(Signatory(position=draft.say(words.agreed[1]), name=endorser))
        return [Signatory(position=self.issuer.head, name=name)], agreed
