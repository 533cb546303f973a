"""Kazakh citations: issuer, date, number and title stand before the noun, places inside the act after it."""

import regex

from regkb.lang.issuers import ministries
from regkb.lang.kk.nouns import GENITIVE
from regkb.lang.references import ReferenceWords

_STATE = r"(?:Қазақстан\sРеспубликасы|ҚР)"
_OFFICE = (
    r"(?i:әкімді[кг]|әкім|мәслихат|министр|министрлі[кг]|[үө]кімет|президент|төраға|төрайым|басқарма|комитет|агентті[кг]|кеңес|сот"
    r"|банк|департамент|прокурор|прокуратура|мекеме|басшы|басты[қғ]|дәрігер)"
)
_UNIT = (
    r"(?:(?:облыс|қала|аудан|ауыл|округ|кент|село|поселке)(?:[ыі]|с[ыі])?(?:н[ыі]ң)?|(?:облыс|қала|аудан|ауыл|кент)[тд]ы[қғ]"
    r"|(?:облыс|ауыл|кент)т[ыі]к|қалалық|селолық|республикалық|маңызы|бар)"
)
_NO_NAME = r"(?:Осы|Сондай|Егер|Бұл|Сол|Және|Ескерту|Күші|Жойылды|Туралы)"
_ORDER = r"(?:[\dIVXLІХ]{1,8}(?:-\p{L}{1,5})?\s)?"
_DOCTOR = r"Бас\sмемлекеттік\sсанитар\p{L}+\s(?=дәрігер)"
_ACTING = rf"міндетін\sатқарушы(?:с[ыі])?{GENITIVE}"
"""Behind an office in the genitive, or in no case: `министрі міндетін атқарушысының`."""
_SESSION = rf"{_ORDER}(?:кезектен\sтыс\s|кезекті\s)?{_ORDER}сессиясыны[ңн]"


_FIELD = "|".join(
    regex.sub(r"\s+", r"\\s", name)
    for name in sorted((name for entry in ministries() for name in entry.kk), key=len, reverse=True)
)
"""What ministers are in charge of, as the table has it: where their names begin that do not begin with the state."""


def _name_of_body(case: str) -> str:
    """Return the pattern of a name whose last word has the ending `case`, as far as nothing else stands behind it."""
    return rf"""(?:
            {_STATE}(?:ны[ңн])?                                   # Қазақстан Республикасы Білім және ғылым министрінің
            (?:,?\s(?!{_STATE}\b)[\p{{L}}–—-]+){{0,20}}?
            \s(?:\p{{L}}+-)?{_OFFICE}[ыі]?(?:с[ыі])?(?:{case}|(?=\s{_ACTING}))
          | (?:(?!{_NO_NAME}\b)\p{{Lu}}[\p{{L}}-]*\s|{_UNIT}\s){{1,8}}     # Алматы облысы Талғар ауданы әкімдігінің
            (?:{_DOCTOR})?{_OFFICE}[ыі]?(?:с[ыі])?(?:{case}|(?=\s(?:{_SESSION}|{_ACTING})))
          | (?:{_FIELD})\s(?i:министр(?:ліг)?)і(?:{case}|(?=\s{_ACTING}))                 # Ішкі істер министрінің
        )"""


_BODY = rf"""
    (?<!\p{{L}}) (?:
        (?P<name> {_name_of_body(GENITIVE)} (?:\s(?:{_ACTING}|м\.\s?а\.))? )
        (?:\s{_SESSION})?
      | (?P<lone>{_STATE}(?:ны[ңн])?)
    ) (?![\p{{L}}])"""

WORDS = ReferenceWords(
    acts={
        "қаулы": "resolution",
        "бұйрық": "order",
        "шешім": "decision",
        "заң": "law",
        "кодекс": "code",
        "жарлық": "decree",
        "өкім": "other",
        "конституция": "other",
    },
    documents=(
        "стандарт",
        "регламент",
        "ереже",
        "қағида",
        "нұсқаулық",
        "нұсқау",
        "тәртіп",
        "әдістеме",
        "жарғы",
        "тізбе",
        "талап",
        "бағдарлама",
        "жоспар",
    ),  # fmt: skip
    not_acts=r"заң\sкүші\sбар|заңды(?!\p{L})|заңсыз\p{L}*|тәртіп(?:пен|те)(?!\p{L})",
    noun_last=True,
    body=_BODY,
    shared_body=rf"(?<!\p{{L}})(?P<name>{_name_of_body('')})(?P<lone>(?!))?(?!\p{{L}})",
    several=r"(?!)",
    list_issuer=rf"\p{{Lu}}[\p{{L}}\s,–-]{{0,250}}?(?<=\s){_OFFICE}[ыі]?(?:с[ыі])?{GENITIVE}",
    state_name="Қазақстан Республикасы",
    state_acts=frozenset({"law", "code"}),
    code_name=r"\p{Lu}\p{Ll}+(?<!(?i:осы|республикасы(?:ның)?|заң))(?:\s\p{Ll}{3,}+(?<!туралы)){0,2}",
    code_noun="кодексі",
    act_title=r"(?:туралы|жөнінде|жайлы|шаралары)\W*",
    # № 258-II | санды | шешіміне
    qualifiers=(
        r"(?:мына(?:дай)?|(?:келесі|төмендегі)(?:дей)?|санды|нөмірлі|кейбір|бірлескен|нормативтік|конституциялық|ҚРЗ"
        rf"|заң\sкүші\sбар|{_SESSION})"
    ),
    this=r"осы",
    selves={
        "қаулы": "act",
        "бұйрық": "act",
        "шешім": "act",
        "заң": "act",
        "кодекс": "act",
        "жарлық": "act",
        "өкім": "act",
        "регламент": "regulation",
        "стандарт": "regulation",
        "ереже": "regulation",
        "қағида": "regulation",
        "нұсқаулық": "regulation",
        "нұсқау": "regulation",
        "тәртіп": "regulation",
        "әдістеме": "regulation",
        "жарғы": "regulation",
        "бағдарлама": "regulation",
        "жоспар": "regulation",
        "тармақ": "point",
        "тармақша": "point",
    },
    that=r"(?:(?:жоғарыда\s)?(?:көрсетілген|аталған|аталмыш)|сол)",
    between=(
        r"(?:мемлекеттік|көрсетілетін|электрондық|қызмет(?:т(?:ер|ің|і))?(?:і|інің|дің)?|қызметтер|көрсету(?:дің)?"
        r"|нормативтік|құқықтық|бірлескен|үлгілік)"
    ),
    shortened=r"(?:бұдан|одан|мұнан)\s?(?:әрі|былай)(?:\s?(?:қарай|мәтін(?:де|\sбойынша)))?\s?[-–—:]?",
    approved=r"(?:бекіті(?:лген|летін)|қабылданған)",
    many=r"(?:\s?,\s?(?:сондай-ақ\s|және\s)?|\s(?:және|мен|бен|пен|сондай-ақ)\s)",
)
