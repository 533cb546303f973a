"""Writes one regulation of a public service, as an annex of its act, and returns what it says as a Service."""

from __future__ import annotations

from typing import Literal

from corpus.citations import (
    capital,
    order,
    own_annex,
    own_point,
    resolution,
    standard_annex,
    standard_point,
    this_regulation,
)
from corpus.draft import Draft
from corpus.phrase import Piece, Written, annexed, join, write
from corpus.plan import ActPlan, DurationPlan, Plan, ServicePlan
from corpus.steps import step_text
from corpus.wording import CenterWords, DateForm, ProcessWords
from regkb.schemas.record import Procedure, ProcedureKind, Role, Service, Standard, Step, TimeLimit

LAST_YEAR_OF_CENTERS = 2015


def service_title(draft: Draft, service: ServicePlan) -> str:
    """Return a service's name."""
    words = draft.wording
    template = words.service_title_to if service.to_whom else words.service_title
    title = write(template, benefit=words.benefits[service.benefit], recipient=words.recipients[service.recipient])
    return capital(title.text)


def add_regulation(draft: Draft, plan: Plan, service: ServicePlan, number: int) -> Service:
    """Put down the annex number `number` of an act; return the service that it regulates."""
    return _Regulation(draft, plan, service, number).write()


class _Regulation:
    """Keeps the numbers of sections and points while a regulation is written."""

    def __init__(self, draft: Draft, plan: Plan, service: ServicePlan, number: int) -> None:
        self.draft = draft
        self.words = draft.wording
        self.plan = plan
        self.service = service
        self.number = number
        self.title = service_title(draft, service)
        self.process: ProcessWords = self.words.process[plan.style.process]
        early = plan.date.year <= LAST_YEAR_OF_CENTERS
        self.center: CenterWords = self.words.center[0 if early else 1]
        self.base = f"annex:{number}"
        self.section = 0
        self.points = 0
        self.steps_point = 0
        self.procedures: list[Procedure] = []
        self.limits: list[TimeLimit] = []

    def write(self) -> Service:
        draft, service = self.draft, self.service
        self._stamps()
        title = draft.fill(draft.choose(self.words.regulation_title), service=self.title)
        draft.add(f"{self.base}/title", title, "heading")
        self._heading(self.process.headings[0], glued=draft.style.glued_heading)
        standard, provider = self._general()
        self._heading(self.process.headings[1])
        self._actions()
        self._heading(self.process.headings[2])
        roles = self._roles()
        self._interaction()
        if service.intermediary or service.portal != "none" or service.limits:
            self._heading(
                write(self.process.headings[3], center=self.center.application).text
                if service.intermediary
                else self.process.heading_without_center
            )
            self._center()
            self._portal()
            self._limits()
        self._annexes()
        forms: list[Literal["electronic", "paper"]] = ["electronic"] if service.electronic else []
        if service.paper:
            forms.append("paper")
        return Service(
            title=draft.say(self.title),
            annex=str(self.number),
            provider=provider,
            recipient=self.words.recipient_group,
            fee="free",
            form=forms,
            automation=service.automation,
            result=self.result_text,
            standard=standard,
            roles=roles,
            procedures=self.procedures,
            time_limits=self.limits,
        )

    # -- places ------------------------------------------------------------------------------------------------------

    def _heading(self, text: str, *, glued: bool = False) -> None:
        self.section += 1
        template = self.words.chapter if self.draft.style.chapters else "{number}. {heading}"
        written = self.draft.fill(template, number=str(self.section), heading=text)
        self.draft.add(f"{self.base}/section:{self.section}/heading", written, "heading", glued=glued)

    def _point(self, written: Written) -> str:
        self.points += 1
        path = f"{self.base}/section:{self.section}/point:{self.points}"
        self.draft.add(path, join(f"{self.points}. ", written))
        return path

    def _slots(self) -> dict[str, Piece]:
        """Return the citations that sentences of a regulation may ask for."""
        draft, documents = self.draft, self.service.documents_point
        return {
            "documents_to": standard_point(draft, documents, "to"),
            "documents_at": standard_point(draft, documents, "at"),
            "steps_point": own_point(draft, self.steps_point),
            "applicant": self.words.applicant,
            "worker": self.center.worker,
            "form_annex": standard_annex(draft, 1),
        }

    # -- the regulation's head -----------------------------------------------------------------------------------------

    def _stamps(self) -> None:
        draft, plan, words = self.draft, self.plan, self.words
        this = ActPlan(plan.issuer, plan.date, plan.number, plan.sphere)
        date: DateForm = "quoted" if plan.style.quoted_dates else "of"
        alone = len(plan.services) == 1
        style = plan.style.stamp
        first = "annex" if style == "annex_and_approved" or plan.kind == "restate" else style
        key = f"{first}_alone" if alone and first != "approved" else first
        stamp = draft.fill(
            words.stamps[key],
            cite_to=resolution(draft, this, "annexed", date=date),
            cite_by=resolution(draft, this, "by", date=date),
            number=str(self.number),
        )
        if first in words.annexed_stamps:
            stamp = annexed(stamp, "" if alone else str(self.number))
        draft.add(f"{self.base}/stamp", stamp, "stamp")
        if plan.amended is not None:
            cite = resolution(draft, plan.amended, "by", date=date)
            draft.add(f"{self.base}/stamp", draft.fill(words.stamp_second, cite_by=cite), "stamp")

    def _general(self) -> tuple[Standard, str]:
        draft, service, words = self.draft, self.service, self.words
        cite = order(draft, service.order, "order_by")
        provider = words.providers[service.provider]
        named = draft.say(provider.nominative)
        slots: dict[str, Piece] = {
            "service": self.title,
            "itself": this_regulation(draft, self.title),
            "order": cite,
            "provider": provider.nominative,
            "provider_by": provider.instrumental,
            "recipient": words.recipient_group,
        }
        if draft.style.service_point == "one":
            template = draft.choose(words.service_one)
            if "{provider_by}" in template:
                named = draft.say(provider.instrumental)
            point = self._point(draft.fill(template, **slots))
            draft.add(f"{point}/p", draft.fill(draft.choose(words.standard), **slots))
        else:
            first, second = draft.rng.choice(words.service_two)
            point = self._point(draft.fill(first, **slots))
            if "{provider_by}" in second:
                named = draft.say(provider.instrumental)
            draft.add(f"{point}/p", draft.fill(second, **slots))
        self._accepting(point)
        form = words.forms[service.electronic, service.paper, service.automation]
        self._point(draft.fill(draft.choose(words.form), form=form))
        if draft.style.service_point == "two":
            self._point(draft.fill(draft.choose(words.service_two_free), **slots))
        result = draft.fill(words.results[service.result], **self._slots())
        self.result_text = result.text
        point = self._point(draft.fill(draft.choose(words.result), result=result))
        if draft.rng.random() < 0.5:
            plain = words.forms[service.electronic, service.paper, None]
            draft.add(f"{point}/p", draft.fill(words.result_form, form=plain))
        target = cite.target
        return Standard.model_validate({"title": draft.say(self.title), "approved_by": target}), named

    def _accepting(self, point: str) -> None:
        """Say where documents are taken in, where there is more than one place."""
        service, draft = self.service, self.draft
        places: list[str] = []
        opening, office, center, portal = draft.rng.choice(self.words.accepting)
        places.append(office)
        if service.intermediary:
            places.append(center)
        if service.portal != "none":
            places.append(portal)
        if len(places) == 1:
            return
        draft.add(f"{point}/p", draft.fill(opening))
        for number, place in enumerate(places, start=1):
            end = "." if number == len(places) else ";"
            written = draft.fill(place, center=self.center.defined, center_name=self.center.name, end=end)
            self.draft.add_subpoint(point, number, written)

    # -- procedures ----------------------------------------------------------------------------------------------------

    def _actions(self) -> None:
        draft, style = self.draft, self.draft.style
        self._point(draft.fill(draft.choose(self.process.basis), **self._slots()))
        at = self._point(draft.fill(self.process.steps[1 if style.results == "inline" else 0]))
        self.steps_point = self.points
        steps = self._steps(at, style.steps, timed=style.frame != "tail" or not self.service.interaction)
        results: list[str] = []
        results_at = None
        if style.results == "list":
            results_at = self._point(draft.fill(self.process.results))
            for number, step in enumerate(self.service.steps, start=1):
                result = draft.say(self.words.actions[step.action].result)
                end = "." if number == len(self.service.steps) else ";"
                self.draft.add_subpoint(results_at, number, draft.fill(result + end))
                results.append(result)
        self._procedure(at, "provider", steps, results, results_at)

    def _procedure(
        self,
        at: str,
        kind: ProcedureKind,
        steps: list[Step],
        results: list[str] | None = None,
        results_at: str | None = None,
    ) -> None:
        self.procedures.append(Procedure(at=at, kind=kind, steps=steps, results=results or [], results_at=results_at))

    def _steps(self, parent: str, form: str, *, timed: bool) -> list[Step]:
        """Put down the provider's steps as subpoints of `parent`; return them."""
        steps = []
        count = len(self.service.steps)
        for number, plan in enumerate(self.service.steps, start=1):
            end = "." if number == count else ";"
            text = step_text(self.draft, plan, self.process, form, timed=timed, slots=self._slots())
            paragraphs = list(text.paragraphs)
            paragraphs[-1] = join(paragraphs[-1], end)
            at = self.draft.add_subpoint(parent, number, paragraphs[0])
            for more in paragraphs[1:]:
                self.draft.add(f"{at}/p", more)
            steps.append(
                Step(
                    number=str(number),
                    text="\n".join(p.text for p in paragraphs),
                    actor=text.actor,
                    durations=[length.as_duration() for p in paragraphs for _, length in p.lengths],
                    result=text.result,
                    at=at,
                )
            )
        return steps

    def _roles(self) -> list[Role]:
        draft, words = self.draft, self.words
        at = self._point(draft.fill(draft.choose(self.process.roles)))
        keys = list(dict.fromkeys(step.role for step in self.service.steps))
        roles = []
        for number, key in enumerate(keys, start=1):
            text = words.roles[key].nominative
            written = draft.fill(text + ("." if number == len(keys) else ";"))
            if draft.style.roles_numbered:
                place = self.draft.add_subpoint(at, number, written)
            else:
                place = f"{at}/p"
                draft.add(place, written)
            roles.append(Role(text=draft.say(text), at=place))
        return roles

    def _interaction(self) -> None:
        draft = self.draft
        if not self.service.interaction:
            if self.service.diagram:
                number = 1 if self.service.table_rows else None
                self._point(draft.fill(self.process.by_annex, annex=own_annex(draft, number)))
            return
        at = self._point(draft.fill(self.process.interaction))
        self._procedure(at, "interaction", self._steps(at, "actor", timed=True))

    def _center(self) -> None:
        if not self.service.intermediary:
            return
        draft = self.draft
        at = self._point(draft.fill(self.center.intro))
        steps = []
        count = len(self.center.steps)
        brackets = draft.style.words_in_brackets
        for number, template in enumerate(self.center.steps, start=1):
            minutes = DurationPlan(self.service.center_minutes, "minute", in_brackets=brackets)
            hours = DurationPlan(3, "hour", in_brackets=brackets)
            length = self.words.say_length(minutes if number in (1, count) else hours)
            written = draft.fill(template, length=length, **self._slots())
            written = join(written, "." if number == count else ";")
            place = self.draft.add_subpoint(at, number, written)
            actor = draft.say(self.center.worker) if "{worker}" in template else None
            steps.append(_step(number, written, actor, place))
        self._procedure(at, "corporation", steps)

    def _portal(self) -> None:
        if self.service.portal == "none":
            return
        draft, words = self.draft, self.words
        steps = []
        if self.service.portal == "plain":
            opening, templates = words.portal_plain
            at = self._point(draft.fill(opening))
            for number, template in enumerate(templates, start=1):
                written = join(draft.fill(template, **self._slots()), "." if number == len(templates) else ";")
                place = self.draft.add_subpoint(at, number, written)
                actor = words.applicant if template.startswith("{applicant}") else None
                steps.append(_step(number, written, actor, place))
        else:
            opening, labelled = words.portal_labelled
            at = self._point(draft.fill(opening))
            counts = {"process": 0, "condition": 0}
            for number, known in enumerate(labelled, start=1):
                written = draft.fill(known.text, **self._slots())
                label = None
                if known.kind != "action":
                    counts[known.kind] += 1
                    noun = self.process.process if known.kind == "process" else self.process.condition
                    label = words.label.format(number=counts[known.kind], noun=noun)
                    written = join(draft.fill(f"{label} – "), written)
                written = join(written, "." if number == len(labelled) else ";")
                place = self.draft.add_subpoint(at, number, written)
                actor = words.applicant if known.actor else None
                step = _step(number, written, actor, place)
                steps.append(step.model_copy(update={"label": label, "kind": known.kind}))
        self._procedure(at, "portal", steps)

    def _limits(self) -> None:
        draft = self.draft
        if not self.service.limits:
            if self.service.intermediary and draft.rng.random() < 0.3:
                minutes = DurationPlan(self.service.center_minutes, "minute")
                written = draft.fill(self.words.longest, length=self.words.say_length(minutes))
                self._limit(self._point(written), written)
            return
        opening, templates = self.words.limits
        at = self._point(draft.fill(opening))
        for number, (template, plan) in enumerate(zip(templates, self.service.limits, strict=True), start=1):
            written = draft.fill(template, length=self.words.say_length(plan))
            written = join(written, "." if number == len(templates) else ";")
            self._limit(self.draft.add_subpoint(at, number, written), written)

    def _limit(self, at: str, written: Written) -> None:
        durations = [length.as_duration() for _, length in written.lengths]
        self.limits.append(TimeLimit(at=at, text=written.text, durations=durations))

    # -- annexes of the regulation -------------------------------------------------------------------------------------

    def _annexes(self) -> None:
        draft, words, service = self.draft, self.words, self.service
        contents = ["diagram"] * service.diagram + ["table"] * bool(service.table_rows)
        for number, content in enumerate(contents, start=1):
            base = f"{self.base}/annex:{number}"
            label = words.annex_label if len(contents) == 1 else words.annex_label_numbered.format(number=number)
            draft.add(f"{base}/stamp", draft.fill(words.annex_of_regulation, service=self.title, annex=label), "stamp")
            if content == "diagram":
                draft.add(f"{base}/title", draft.fill(words.diagram), "heading")
                draft.add(f"{base}/picture", Written(""), "picture")
                if draft.rng.random() < 0.5:
                    draft.add(f"{base}/p", draft.fill(words.legend), "caption")
            else:
                draft.add(f"{base}/title", draft.fill(words.table_title), "heading")
                self._table(f"{base}/table")

    def _table(self, path: str) -> None:
        draft, words = self.draft, self.words
        draft.add(path, draft.fill(" | ".join(words.table_head)), "row")
        steps = self.service.steps
        for number in range(1, self.service.table_rows + 1):
            step = steps[(number - 1) % len(steps)]
            nominal = draft.fill(words.actions[step.action].nominal, **self._slots())
            length = words.say_length(step.durations[0])
            row = draft.fill(
                "{number} | {action} | {role} | {length}",
                number=str(number),
                action=nominal,
                role=words.roles[step.role].nominative,
                length=length,
            )
            draft.add(path, row, "row")


def _step(number: int, written: Written, actor: str | None, at: str) -> Step:
    durations = [length.as_duration() for _, length in written.lengths]
    return Step(number=str(number), text=written.text, actor=actor, durations=durations, at=at)
