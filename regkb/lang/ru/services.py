"""The general provisions of a regulation in Russian."""

from regkb.lang.services import SITE, ServiceWords

SERVICE = r"(?:электронн\p{L}+\s+)?государственн\p{L}+\s+услуг\p{L}*"
HENCEFORTH = r"\(\s?далее\s*[-–—]?\s*"
OF_SERVICE = rf"(?:\s+(?:оказани|предоставлени|оказыва|предоставля)\p{{L}}+)?\s+{SERVICE}"
PROVIDER = r"услугодател\p{L}*|уполномоченн\p{L}+\s+орган\p{L}*"
RECIPIENT = rf"услугополучател\p{{L}}*|получател\p{{L}}*(?:\s+{SERVICE})?|потребител\p{{L}}*"
OTHER = rf"{PROVIDER}|{RECIPIENT}|{SERVICE}|стандарт|регламент|правил|закон|кодекс|постановлени|приказ|портал"
OF_BODY = rf"(?>{HENCEFORTH})(?!{OTHER})[^()]*\)"
"""A bracket that gives one body among several its short name: `(далее – Министерство)`."""
BODY = (
    r"(?<!\p{L})(?:министерств|управлени|департамент|комитет|отдел|отделени|подразделени|орган|учреждени|организаци"
    r"|акимат|аппарат|предприяти|корпораци|центр|инспекци|агентств|представительств|палат|школ)\p{L}*"
)
JOINT = r"(?:\s*,|\s+(?:и|или|либо|а\s+также)(?!\p{L}))"
MEANS = r"\s*[-–—]\s*(?:это\s+)?(?P<name>[^;]{5,500})"

WORDS = ServiceWords(
    regulation=rf"(?:электронн\p{{L}}+\s+)?регламент\p{{L}}*{OF_SERVICE}",
    provider_definition=rf"{HENCEFORTH}(?:{PROVIDER})\s?\)",
    provider_verb=r"\s*(?:оказыва|предоставля)\p{L}+\s*$",
    # Министерством образцов Республики Казахстан (далее – Министерство), управлениями …
    named_within=rf"{BODY}[^().;]{{0,150}}{OF_BODY}(?={JOINT})",
    # по месту жительства услугополучателя
    provider_aside=r"^\s*(?:наименование\s+услугодателя\s*[:–-]\s*)?(?:по\s+(?:месту|месторасположению)\s[^,;:()«»\"]{0,100}?(?:услугополучател|заявител|получател|потребител)\p{L}*\s+)?",
    channel=rf"(?:,?\s+(?:а\s+также|и|или|либо|в\s+том\s+числе))?(?:^|\s)(?:через|посредством)\s[^,;()]{{0,80}}?портал\p{{L}}*|{SITE}"
    r"|интернет-ресурс\p{L}*",
    behind_channel=rf"^(?:{HENCEFORTH}[^()]*\)|{JOINT}|\s)*",
    body=rf"{BODY}[^,;()]{{0,200}}",
    # государственная услуга оказывается отделами; услугодателем государственной услуги является управление
    provider_sentence=rf"(?:{SERVICE}\s+оказыва\p{{L}}+\s+(?!бесплатно|платно|физическ|юридическ)"
    r"|услугодател(?:ем|ями)(?!\p{L})[^.;]{0,400}?\sявля\p{L}+\s+)"
    r"(?P<name>(?:[^().]|(?<=[a-z\d])\.(?=[a-z])){5,300}?)(?=[.(]|,?\s+по\s+адрес(?:у|ам)(?!\p{L})|$)",
    # уполномоченный орган – государственное учреждение «Отдел занятости»
    provider_meaning=rf"^(?:{PROVIDER}){MEANS}",
    recipient_definition=rf"{HENCEFORTH}(?:{RECIPIENT})\s?\)",
    recipient_sentence=r"(?:бесплатно|платно)\s+(?P<name>(?:физическ|юридическ)\p{L}+[^().,]{3,120}?)(?=[.,(]|$)",
    recipient_meaning=rf"^(?:{RECIPIENT}){MEANS}",
    party=rf"{PROVIDER}|{RECIPIENT}",
    henceforth=rf"{HENCEFORTH}[^()]*\)",
    service_words=rf"(?:{SERVICE}|(?:оказыва|предоставля)\p{{L}}+|бесплатно|платно)",
    free=r"(?<!\p{L})(?:бесплатно|безвозмездно)(?!\p{L})",
    form_point=rf"^(?:форм\p{{L}}*|степен\p{{L}}*\s+автоматизации){OF_SERVICE}",
    result_point=rf"результат\p{{L}}*{OF_SERVICE}\s*(?:[-–—:]|явля\p{{L}}+)?\s*(?P<result>.*)$",
    result_copula=r"(?!)",
    form_of_result=r"форм\p{L}*\s+(?:предоставления|выдачи)",
    electronic=r"электронн",
    paper=r"бумажн",
    full=r"полностью\s+автоматизир",
    partial=r"частично\s+автоматизир",
    standard_definition=rf"{HENCEFORTH}[Сс]тандарт\p{{L}}*\s?\)",
    standard_name=rf"стандарт\p{{L}}*{OF_SERVICE}",
    standard_basis=r"на\s+основании",
)
