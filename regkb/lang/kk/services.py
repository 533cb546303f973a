"""The general provisions of a regulation in Kazakh."""

from regkb.lang.kk.actors import BODIES
from regkb.lang.kk.nouns import GENITIVE, PLURAL, POSSESSIVE
from regkb.lang.services import SITE, ServiceWords

SERVICE = r"(?:мемлекеттік\s+(?:көрсетілетін\s+)?|көрсетілетін\s+мемлекеттік\s+)қызмет\p{L}*"
NAMED = rf"(?:(?:электрондық\s+)?{SERVICE}|^(?:көрсетілетін\s+)?қызмет\p{{L}}*)"
"""How a point that tells one thing of the service names it: at its head also without `мемлекеттік`."""
PAID = r"(?:тегін|ақысыз|ақылы)(?:\s+(?:негізде|түрде))?"
DATIVE = r"(?:ғ|г|қ|к|н)(?:а|е)"
HENCEFORTH = r"\(\s?бұдан\s+(?:былай|әрі)\s*[-–—]?\s*"
PROVIDER = r"(?:мемлекеттік\s+)?(?:көрсет\p{L}+\s+)?(?:мемлекеттік\s+)?қызмет(?:ті)?\s+(?:беруші|көрсетуші)"
RECIPIENT = r"(?:мемлекеттік\s+)?(?:көрсет\p{L}+\s+)?(?:мемлекеттік\s+)?қызмет(?:ті)?\s+алушы|тұтынушы"
OTHER = rf"{PROVIDER}|{RECIPIENT}|{SERVICE}|уәкілетті\s+орган|стандарт|регламент|ереже|заң|кодекс|қаулы|бұйрық|портал"
OF_BODY = rf"(?>{HENCEFORTH})(?!{OTHER})[^()]*\)"
"""A bracket that gives one body among several its short name: `(бұдан әрі – Министрлік)`."""
BODY = rf"(?<!\p{{L}})(?:{'|'.join(BODIES)}|бөлініс|өкілді[кг]|полиция)(?:{PLURAL})?(?:{POSSESSIVE})?"
JOINT = r"(?:\s*,(?:\s+сондай-ақ(?!\p{L}))?|\s+(?:және|немесе|не|мен|пен|бен|сондай-ақ)(?!\p{L}))"
BASIS = "сәйкес|сай|негізінде"
MEANS = r"\s*[-–—:]\s*(?:бұл\s+)?(?P<name>[^;]{5,500})"

WORDS = ServiceWords(
    regulation=rf"(?:электрондық\s+)?{SERVICE}(?:\s+көрсету\p{{L}}*)?\s+(?:электрондық\s+)?регламент\p{{L}}*",
    provider_definition=rf"{HENCEFORTH}(?:{PROVIDER}|уәкілетті\s+орган)\s?\)",
    # … тұлғаларға | ақылы (бланк беру) көрсетіледі (бұдан әрі – …)
    provider_verb=rf"(?:(?<=\s){PAID}(?:\s*\([^()]*\))?)?\s*(?:арқылы\s+|тарапынан\s+)?(?:көрсет\p{{L}}+|жүзеге\s+асыр\p{{L}}+|ұсын\p{{L}}+)\s*$",
    # министрлігі (бұдан әрі – Министрлік), облыстардың …; басқармасының (бұдан әрі – Басқарма) «Үлгі» мекемесі
    named_within=rf"{BODY}(?:\s?{OF_BODY}(?={JOINT})|-?{GENITIVE}\s?{OF_BODY})",
    # … (бұдан әрі – Стандарт) | негізінде; стандартына сәйкес; алушының тұрақты тіркелген жері бойынша
    # қызметінің көрсетілетін қызметті берушісі | аудандардың бөлімдері; берушінің атауы: | облыстың басқармасы;
    # көрсетілетін қызметті беруші – | аудандардың бөлімдері
    provider_aside=rf"^\s*(?:(?:(?:стандарт\p{{L}}*\s+)?(?:{BASIS})"
    r"|(?:(?:көрсетілетін\s+)?қызмет(?:ті)?\s+)?беруші(?:сі|нің\s+атауы|(?:лер)?(?=\s*[:–—-]\s)))(?!\p{L})[\s,:–—-]*)?"
    r"(?:(?:[^,;:()«»\"]|«[^«»]{1,99}»|\"[^\"]{1,99}\"){0,150}(?<!\p{L})(?:орны|жері|мекенжай(?:ы|лар)?)\s+бойынша\s+)?",
    channel=rf"(?:веб-)?портал(?:{PLURAL})?(?:{POSSESSIVE})?(?=\s*(?:[,(]|$|{SITE}|арқылы)|{JOINT})|{SITE}"
    r"|интернет-ресурс\p{L}*",
    behind_channel=rf"^(?:\s*арқылы(?!\p{{L}})|\s*{HENCEFORTH}[^()]*\)|{JOINT})*",
    body=rf"{BODY}(?:-?[мбп]ен)?(?!\p{{L}})",
    # not `жеке тұлғаларға (тегін) көрсетіледі`: whom it is for; a bracket only behind who provides it
    provider_sentence=rf"{SERVICE}\s?\)?\s+(?P<name>(?!{PAID}\s)(?:[^().]|(?<=[a-z\d])\.(?=[a-z])"
    rf"|(?<=(?:портал\p{{L}}*|{SITE}|{BODY}(?:-?[мбп]ен)?)\s?)\([^()]*\)){{5,500}}?)(?<!{DATIVE})(?<!тегін|ақысыз|негізде|түрде|{BASIS})"
    # бөлімімен | Стандартқа сәйкес
    rf"(?:(?<=[мбп]ен)\s[^.;]{{3,300}}?(?:{BASIS}))?\s+(?:арқылы\s+)?көрсет(?:еді|іледі)",
    provider_meaning=rf"^(?:{PROVIDER}(?:лер|нің\s+атауы)?|уәкілетті\s+орган){MEANS}",
    recipient_definition=rf"{HENCEFORTH}(?:{RECIPIENT})(?:лар)?\s?\)",
    # `жеке тұлғаларға: азаматтарға, оралмандарға тегін көрсетіледі`
    recipient_sentence=rf"{SERVICE}\s+(?:{PAID}\s+)?(?P<name>(?!{PAID}\s)[^().,:]{{3,200}}?{DATIVE}"
    rf"(?:[:,]\s[^().,:]{{3,200}}?{DATIVE}){{0,9}})\s+(?:{PAID}\s+)?көрсетіледі",
    recipient_meaning=rf"^(?:{RECIPIENT}){MEANS}",
    party=rf"{PROVIDER}|уәкілетті\s+орган|{RECIPIENT}",
    henceforth=rf"{HENCEFORTH}[^()]*\)",
    service_words=rf"{SERVICE}(?:\s+көрсету\p{{L}}*)?(?:\s+{PAID}(?!\p{{L}})|\s+нәтиже(?:сі|лері)(?!\p{{L}}))?",
    free=r"(?<!\p{L})(?:тегін|ақысыз)(?!\p{L})",
    form_point=rf"^{NAMED}\s+(?:(?:көрсету\p{{L}}*\s+)?нысан(?:ы|дары)\s*(?:[-–—:]|\p{{L}})|[^.]{{0,99}}нысанда\s+көрсетіледі"
    r"|(?:көрсету\p{L}*\s+)?автоматтандыр\p{L}*\s+(?:дәреже|деңгей))",
    result_point=rf"{NAMED}\s+(?:көрсету\p{{L}}*\s+)?нәтиже(?:сі|лері)(?!\p{{L}})\s*[-–—:]?\s*"
    r"(?:(?:мыналар|төмендегілер|келесілер)(?:\s+болып\s+табылады)?\s*:)?(?P<result>.*)$",
    # `көшет паспорты мемлекеттік қызмет көрсету нәтижесі болып табылады.`
    result_copula=r"\s*(?:болып\s+табылады|болады)[\s.;]*",
    electronic=r"электронды",
    paper=r"қағаз",
    full=r"толы[қғ]\p{L}*\s+автоматтандыр",
    partial=r"(?:ішінара|жартылай)\s+автоматтандыр",
    standard_definition=rf"{HENCEFORTH}[Сс]тандарт\p{{L}}*\s?\)",
    standard_name=rf"{SERVICE}(?:\s+көрсету\p{{L}}*)?\s*стандарт\p{{L}}*",
    standard_basis=r"негізінде",
    form_of_result=r"нысан\p{L}*\s*(?:[-–—:]|$)",
)
