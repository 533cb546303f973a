"""A record made from the specimen regulation, with the raw text that it would have been read from."""

from regkb.extract.references import find_references
from regkb.extract.services import extract_services
from regkb.schemas.record import Act, Diagnostic, Paragraph, Signatory, Source
from tests.extract.specimens import regulation

HEAD = [
    ("title", "Үлгі регламенттерін бекіту туралы <сынақ> & басқа"),
    ("info", "Үлгі облысы әкімдігінің 2017 жылғы 4 мамырдағы № 77 қаулысы."),
]


def make_act(name="regulation", language="kk"):
    """The record and its raw text: each paragraph is broken into lines of 40 characters, as a dump breaks them."""
    rows = [*HEAD, *((p.path, p.text) for p in regulation(name)), ("signature", "Үлгі облысының әкімі А. Үлгіұлы")]
    raw, paragraphs = "", []
    for path, text in rows:
        start = len(raw) + 6
        raw += " " * 6
        for place, letter in enumerate(text):
            raw += "\n" if letter == " " and place % 4 == 0 else letter
        paragraphs.append(Paragraph(path=path, text=text, spans=[(start, len(raw))]))
        raw += "\n"
    references = find_references(paragraphs, language) if language == "kk" else []
    services, diagnostics = extract_services(paragraphs, references, language)
    act = Act(
        id="/akn/kz/act/resolution/ulgi/2017-05-04/77",
        language=language,
        title=rows[0][1],
        number="77",
        signatories=[Signatory(position="Үлгі облысының әкімі", name="А. Үлгіұлы")],
        services=services,
        references=references,
        paragraphs=paragraphs,
        diagnostics=[*diagnostics, Diagnostic(code="x", at="title", message="</script><b>")],
        source=Source(path="ulgi.txt", sha256="0", format="text"),
    )
    return act, raw
