"""The general provisions of a regulation in Russian."""

from regkb.lang.services import ServiceWords

SERVICE = r"(?:электронн\p{L}+\s+)?государственн\p{L}+\s+услуг\p{L}*"
HENCEFORTH = r"\(\s?далее\s*[-–—]?\s*"
OF_SERVICE = rf"(?:\s+(?:оказани|предоставлени|оказыва|предоставля)\p{{L}}+)?\s+{SERVICE}"
PROVIDER = r"услугодател\p{L}*|уполномоченн\p{L}+\s+орган\p{L}*"
RECIPIENT = rf"услугополучател\p{{L}}*|получател\p{{L}}*(?:\s+{SERVICE})?|потребител\p{{L}}*"
MEANS = r"\s*[-–—]\s*(?:это\s+)?(?P<name>[^;]{5,500})"

WORDS = ServiceWords(
    regulation=rf"(?:электронн\p{{L}}+\s+)?регламент\p{{L}}*{OF_SERVICE}",
    provider_definition=rf"{HENCEFORTH}(?:{PROVIDER})\s?\)",
    provider_verb=r"\s*(?:оказыва|предоставля)\p{L}+\s*$",
    # государственная услуга оказывается отделами; услугодателем государственной услуги является управление
    provider_sentence=rf"(?:{SERVICE}\s+оказыва\p{{L}}+\s+(?!бесплатно|платно|физическ|юридическ)"
    r"|услугодател(?:ем|ями)(?!\p{L})[^.;]{0,400}?\sявля\p{L}+\s+)"
    r"(?P<name>[^().]{5,300}?)(?=[.(]|,?\s+по\s+адресу(?!\p{L})|$)",
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
    form_of_result=r"форм\p{L}*\s+(?:предоставления|выдачи)",
    electronic=r"электронн",
    paper=r"бумажн",
    full=r"полностью\s+автоматизир",
    partial=r"частично\s+автоматизир",
    standard_definition=rf"{HENCEFORTH}[Сс]тандарт\p{{L}}*\s?\)",
    standard_name=rf"стандарт\p{{L}}*{OF_SERVICE}",
)
