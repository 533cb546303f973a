"""The general provisions of a regulation in Russian."""

from regkb.lang.services import ServiceWords

SERVICE = r"государственн\p{L}+\s+услуг\p{L}*"
HENCEFORTH = r"\(\s?далее\s*[-–—]?\s*"
OF_SERVICE = rf"(?:\s+(?:оказани|предоставлени|оказыва|предоставля)\p{{L}}+)?\s+{SERVICE}"

WORDS = ServiceWords(
    regulation=rf"(?:электронн\p{{L}}+\s+)?регламент\p{{L}}*{OF_SERVICE}",
    provider_definition=rf"{HENCEFORTH}(?:услугодател\p{{L}}*|уполномоченн\p{{L}}+\s+орган\p{{L}}*)\s?\)",
    provider_verb=r"\s*(?:оказыва|предоставля)\p{L}+\s*$",
    provider_sentence=rf"{SERVICE}\s+оказыва\p{{L}}+\s+(?P<name>[^().]{{5,300}}?)(?=[.(]|,?\s+по\s+адресу(?!\p{{L}})|$)",
    recipient_definition=rf"{HENCEFORTH}(?:услугополучател\p{{L}}*|получател\p{{L}}+\s+{SERVICE}|потребител\p{{L}}*)\s?\)",
    recipient_sentence=r"(?:бесплатно|платно)\s+(?P<name>(?:физическ|юридическ)\p{L}+[^().,]{3,120}?)(?=[.,(]|$)",
    henceforth=rf"{HENCEFORTH}[^()]*\)",
    service_words=rf"(?:{SERVICE}|(?:оказыва|предоставля)\p{{L}}+|бесплатно|платно)",
    free=r"(?<!\p{L})(?:бесплатно|безвозмездно)(?!\p{L})",
    form_point=rf"^форм\p{{L}}*{OF_SERVICE}",
    result_point=rf"результат\p{{L}}*{OF_SERVICE}\s*(?:[-–—:]|явля\p{{L}}+)?\s*(?P<result>.*)$",
    form_of_result=r"форм\p{L}*\s+(?:предоставления|выдачи)",
    electronic=r"электронн",
    paper=r"бумажн",
    full=r"полностью\s+автоматизир",
    partial=r"частично\s+автоматизир",
    standard_definition=rf"{HENCEFORTH}[Сс]тандарт\p{{L}}*\s?\)",
    standard_name=rf"стандарт\p{{L}}*{OF_SERVICE}",
)
