"""The words of one step: who does what, how long it takes, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.draft import Draft
from corpus.phrase import Piece, Written, join
from corpus.plan import StepPlan
from corpus.wording import ProcessWords


@dataclass(frozen=True)
class StepText:
    """A step's paragraphs (more than one where it has branches), its actor as written, and its result."""

    paragraphs: tuple[Written, ...]
    actor: str | None
    result: str | None


def step_text(
    draft: Draft, plan: StepPlan, process: ProcessWords, form: str, *, timed: bool, slots: dict[str, Piece]
) -> StepText:
    """Put a step into words; `form` is nominal, actor or possessive; `timed` says whether it tells its duration."""
    words, style = draft.wording, draft.style
    action, role = words.actions[plan.action], words.roles[plan.role]
    actor: str | None = None
    if form == "actor":
        actor, sentence = role.nominative, words.sentence.format(actor=role.nominative, action=action.finite)
    elif form == "possessive":
        actor, sentence = role.genitive, words.possession.format(actor=role.genitive, action=action.possessive)
    elif (plan.action + plan.role) % 5 == 0:
        actor, sentence = role.instrumental, words.agency.format(actor=role.instrumental, action=action.nominal)
    else:
        sentence = action.nominal
    paragraphs = [draft.fill(sentence, **slots)]
    if timed and plan.branches:
        paragraphs[0] = join(paragraphs[0], ":")
        for branch, duration in zip(words.branches, plan.durations, strict=True):
            length = replace(words.say_length(duration), condition=branch)
            paragraphs.append(draft.fill(words.frames["dash"], step=branch, length=length))
        paragraphs[1] = join(paragraphs[1], ";")
    elif timed:
        length = words.say_length(plan.durations[0])
        template = words.frames[style.frame]
        paragraphs[0] = draft.fill(template, step=paragraphs[0], length=length, name=process.duration)
    result = None
    if style.results == "inline" and form != "actor":
        result = draft.say(action.result)
        paragraphs[-1] = draft.fill(words.outcome, step=paragraphs[-1], result=result)
    return StepText(tuple(paragraphs), draft.say(actor) if actor else None, result)
