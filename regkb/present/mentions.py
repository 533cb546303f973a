"""Every mention of a role in an act, in any case form, and the spans of an act in spaCy's exchange format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from regkb.kb.search.stem import stem
from regkb.lang.tokens import load_tokenizer
from regkb.present.marks import Mark
from regkb.schemas.record import Act

if TYPE_CHECKING:
    from spacy.tokens import Doc

SPANS = "facts"
"""The name of the span group that holds the marks of a paragraph in the exchange format."""


def find_mentions(act: Act) -> list[Mark]:
    """Return where the roles that the act's regulations list, or that do their steps, are mentioned in its text.

    Names are compared stem by stem, so that any case form counts; of two mentions that overlap, the longer is kept.
    """
    names = _name_roles(act)
    if not names:
        return []
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    pipeline = load_tokenizer(act.language)
    matcher = PhraseMatcher(pipeline.vocab, attr="NORM")
    for name in names:
        matcher.add(name, [_make_doc(name, act.language)])
    marks = []
    for place, paragraph in enumerate(act.paragraphs):
        found = matcher(_make_doc(paragraph.text, act.language), as_spans=True)
        for span in filter_spans(found):
            fact = {"role": span.label_, "canonical": names[span.label_]}
            marks.append(Mark("mention", place, (span.start_char, span.end_char), fact))
    return marks


def make_docs(act: Act, marks: Iterable[Mark]) -> bytes:
    """Return the act's paragraphs with the marks as spans (group `facts`, the kind as label): a `.spacy` file."""
    from spacy.tokens import DocBin

    by_paragraph: dict[int, list[Mark]] = {}
    for mark in marks:
        by_paragraph.setdefault(mark.paragraph, []).append(mark)
    docs = DocBin(store_user_data=True)
    for place, paragraph in enumerate(act.paragraphs):
        doc = load_tokenizer(act.language).make_doc(paragraph.text)
        doc.user_data |= {"act": act.id, "path": paragraph.path}
        spans = [
            doc.char_span(*mark.span, label=mark.kind, alignment_mode="expand") for mark in by_paragraph.get(place, [])
        ]
        doc.spans[SPANS] = [span for span in spans if span is not None]
        docs.add(doc)
    return docs.to_bytes()


def _name_roles(act: Act) -> dict[str, str | None]:
    """Return the names of all roles in the act, each with its canonical role."""
    roles = [role for service in act.services for role in service.roles]
    roles += [
        step.actor_role
        for service in act.services
        for procedure in service.procedures
        for step in procedure.steps
        if step.actor_role is not None
    ]
    return {role.text: role.canonical for role in roles}


def _make_doc(text: str, language: str) -> Doc:
    """Return the tokens of `text` with their stems as norms."""
    doc = load_tokenizer(language).make_doc(text)
    for token in doc:
        token.norm_ = stem(token.text, language)
    return doc
