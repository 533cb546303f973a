"""Structure → act: every kind of fact looked for in its turn, and put into one record."""

from __future__ import annotations

from regkb.errors import UnreadableDocument
from regkb.extract.actions import find_actions
from regkb.extract.aliases import find_undefined_aliases
from regkb.extract.amendments import find_amendments
from regkb.extract.balance import find_unbalanced_quotes
from regkb.extract.header import enacts, extract_header
from regkb.extract.identity import make_act_id
from regkb.extract.latin_script import find_latin_script, refuse_latin_script
from regkb.extract.ordering_text import OrderingText
from regkb.extract.references import find_references
from regkb.extract.services import extract_services
from regkb.extract.signatures import read_signatures
from regkb.extract.suspensions import find_suspensions
from regkb.extract.unread_effects import find_unread_effects
from regkb.schemas.record import Act, Source
from regkb.schemas.stages import Structure


def extract_act(structure: Structure) -> Act:
    """Return the act record of a structured document.

    Raises UnreadableDocument where the text is in Latin script, or no act: no line of it says which body adopted what,
    nothing enacts, and no provision has a number.
    """
    paragraphs, language = structure.paragraphs, structure.language
    refuse_latin_script(paragraphs)
    header = extract_header(paragraphs, language)
    provides = any(p.path.startswith("point:") or p.path == "preamble" and enacts(p.text, language) for p in paragraphs)
    if header.type is None and header.repeal is None and not provides:
        raise UnreadableDocument(
            "the text is no legal act: neither a line that names its issuer nor a numbered point was found",
            "check that the file is the export of an act, with the line under its title that names issuer and date",
        )
    references = find_references(paragraphs, language)
    services, service_diagnostics = extract_services(paragraphs, references, language)
    ordering = OrderingText(paragraphs, references, language)
    actions, repealed_parts, action_diagnostics = find_actions(ordering)
    amendments, amendment_diagnostics = find_amendments(ordering, actions, repealed_parts)
    suspensions = find_suspensions(paragraphs, references, language)
    read = {each.at or "" for each in (*action_diagnostics, *amendment_diagnostics, *suspensions.doubts)}
    read |= {each.at for each in actions} | {each.at for each in amendments}
    read |= {each.paragraph.path for each in suspensions.found}
    signatories, agreed_by = read_signatures(paragraphs, language)
    document = structure.document
    return Act(
        id=make_act_id(header.type, header.issuer, header.date, header.number, header.title),
        language=language,
        type=header.type,
        title=header.title,
        issuer=header.issuer,
        number=header.number,
        date=header.date,
        issuers=list(header.issuers),
        registration=header.registration,
        status=header.status,
        repeal=header.repeal,
        expiry=header.expiry,
        commencement=header.commencement,
        signatories=list(signatories),
        agreed_by=list(agreed_by),
        actions=actions,
        amendments=amendments,
        services=list(services),
        references=references,
        paragraphs=list(paragraphs),
        diagnostics=[
            *structure.diagnostics,
            *header.diagnostics,
            *find_unbalanced_quotes(paragraphs),
            *find_latin_script(paragraphs),
            *find_undefined_aliases(paragraphs, references, language),
            *action_diagnostics,
            *amendment_diagnostics,
            *suspensions.doubts,
            *find_unread_effects(ordering, read),
            *service_diagnostics,
        ],
        source=Source(path=document.path, sha256=document.sha256, format=document.format, pages=document.pages),
    )
