"""The Standard on which a service rests: its title, and the act that approved it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regkb.extract.quotations import MARKS, find_quotations, quotation_ending_at, quotation_starting_at, unquote
from regkb.lang import words
from regkb.lang.patterns import compile_any_case
from regkb.lang.references import ReferenceWords
from regkb.lang.services import ServiceWords
from regkb.schemas.record import ActRef, Paragraph, Reference, Span, Standard


def find_standard(
    paragraphs: Sequence[Paragraph], references: Sequence[Reference], language: str, service: str
) -> Standard | None:
    """Return the Standard that the paragraphs of one regulation define (`(бұдан әрі – Стандарт)`), `None` where none.

    The act that approved it is the last one cited before the definition, or the one said behind it to have approved it
    (`(далее – Стандарт), утвержденного приказом …`); `references` are those of the whole act.
    Where nothing is defined, it is the only Standard of the name of the `service` or of no name, or the only one on
    which it is said to rest, with the act said to have approved it: `… № 190 қаулысымен бекітілген «…» қызмет
    стандартының негізінде`.
    """
    fields: ServiceWords = words("services", language)
    for paragraph in paragraphs:
        definition = compile_any_case(fields.standard_definition).search(paragraph.text)
        if definition is not None:
            title = _read_title(paragraph.text[: definition.start()], language)
            return Standard(title=title, approved_by=_approving_act(paragraph, definition.span(), references, language))
    named = [
        standard
        for paragraph in paragraphs
        for standard in _named_with_act(paragraph, references, language, " ".join(service.split()).casefold())
    ]
    if named:
        return named[0] if all(other == named[0] for other in named) else None
    return _approved_by_title(paragraphs, references, language)


def _approved_by_title(
    paragraphs: Sequence[Paragraph], references: Sequence[Reference], language: str
) -> Standard | None:
    """Return the Standard of the only act cited whose title says that it approves one; `None` where there are more."""
    fields: ServiceWords = words("services", language)
    cited = (act for paragraph in paragraphs for _, act in _acts_cited(paragraph, references))
    acts = [act for act in cited if act.title and compile_any_case(fields.standard_act).search(act.title)]
    is_one = acts and all(
        (act.type, act.date, act.number) == (acts[0].type, acts[0].date, acts[0].number) for act in acts
    )
    return Standard(title=None, approved_by=acts[0]) if is_one else None


def _named_with_act(
    paragraph: Paragraph, references: Sequence[Reference], language: str, service: str
) -> Iterator[Standard]:
    """Yield the Standards in a paragraph that stand beside the act that approved them, if they are of the `service`."""
    fields: ServiceWords = words("services", language)
    text = paragraph.text
    for name in compile_any_case(fields.standard_name).finditer(text):
        start, end = _with_title(text, name.span(), language)
        title = unquote(text[start : name.start()] + text[name.end() : end]) or None
        is_own = title is not None and " ".join(title.split()).casefold() == service
        if is_own or title is None or _is_basis(text, (start, end), language):
            for span, act in _acts_cited(paragraph, references):
                if _approves(text, span, (start, end), language):
                    yield Standard(title=title, approved_by=act)


def _with_title(text: str, name: Span, language: str) -> Span:
    """Return the words for a Standard with the quoted title at their one side, as the language has it."""
    start, end = name
    known: ReferenceWords = words("references", language)
    if known.noun_last:
        opening = quotation_ending_at(text, len(text[:start].rstrip()))
        return (start if opening is None else opening, end)
    closing = quotation_starting_at(text, len(text) - len(text[end:].lstrip()))
    return (start, end if closing is None else closing)


def _is_basis(text: str, standard: Span, language: str) -> bool:
    """Tell whether the words beside a Standard say that the service rests on it: `стандартының |негізінде`."""
    fields: ServiceWords = words("services", language)
    known: ReferenceWords = words("references", language)
    if known.noun_last:
        return compile_any_case(rf"\s*(?:{fields.standard_basis})").match(text, standard[1]) is not None
    return compile_any_case(rf"(?r)(?:{fields.standard_basis})\s*").match(text, 0, standard[0]) is not None


def _approves(text: str, act: Span, standard: Span, language: str) -> bool:
    """Tell whether nothing but the verb and brackets stands between an act and what it approved."""
    known: ReferenceWords = words("references", language)
    between = text[act[1] : standard[0]] if known.noun_last else text[standard[1] : act[0]]
    bracket = r"(?:\([^()]*+\)\s*)?"
    return compile_any_case(rf",?\s*{bracket}(?:{known.approved})\s*{bracket}").fullmatch(between) is not None


def _approving_act(
    paragraph: Paragraph, definition: Span, references: Sequence[Reference], language: str
) -> ActRef | None:
    known: ReferenceWords = words("references", language)
    acts = _acts_cited(paragraph, references)
    for span, act in acts:
        if not known.noun_last and _approves(paragraph.text, span, definition, language):
            return act
    before = [(span, act) for span, act in acts if span[1] <= definition[0]]
    return max(before, key=lambda each: each[0], default=(None, None))[1]


def _acts_cited(paragraph: Paragraph, references: Sequence[Reference]) -> list[tuple[Span, ActRef]]:
    return [
        (reference.span, reference.target)
        for reference in references
        if reference.at == paragraph.path
        and isinstance(reference.target, ActRef)
        # two paragraphs may share a path
        and paragraph.text[reference.span[0] : reference.span[1]] == reference.text
    ]


def _read_title(before: str, language: str) -> str | None:
    """Return the quoted title beside the name for a Standard; where titles stand first, else the last quotation."""
    quoted = find_quotations(before)
    names = [
        found.span()
        for found in compile_any_case(words("services", language).standard_name).finditer(before)
        # not `«Об утверждении |стандартов государственных услуг|»`
        if not any(start < found.start() and found.end() < end for start, end in quoted)
    ]
    titles_first = words("references", language).noun_last
    if not names and not titles_first:
        return None
    start, end = names[-1] if names else (len(before), len(before))
    ahead = before[:start].rstrip()
    opening = quotation_ending_at(ahead, len(ahead)) if ahead and ahead[-1] in MARKS else None
    if opening is not None:
        return unquote(ahead[opening:]) or None
    behind = before[end:].lstrip()
    closing = quotation_starting_at(behind, 0)
    if closing is not None:
        return unquote(behind[:closing]) or None
    last = find_quotations(ahead)[-1:] if titles_first else []
    return next((unquote(ahead[slice(*span)]) or None for span in last), None)
