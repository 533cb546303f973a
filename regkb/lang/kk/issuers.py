"""Names of bodies in Kazakh: place before body, the kind of place after its name."""

from regkb.lang.issuers import IssuerWords

# Үлгі облысы Мысал ауданының | Бақ | ауылдық округінің әкімі; no village has a longer name than three words
_AROUND = r"(?P<around>\p{L}.*\s(?:аудан|қала)\p{L}*)\s+(?P<place>[\p{L}-]+(?:\s+[\p{L}-]+){0,2}?)\s+"

WORDS = IssuerWords(
    bodies=(
        (r"әкімді(?:гі|к)\p{L}*|әкімияты?\p{L}*|әкімшілігі\p{L}*", "akimat"),
        (r"мәслихат\p{L}*", "maslikhat"),
        (r"әкімі?(?:нің)?", "akim"),
        (r"әділет\s(?:департамент|басқарма)\p{L}*", "justice"),
    ),
    foreign=r"(?:аппарат|орынбасар|басқарма|бөлім|округ|хатшы|төраға|тексеру|комиссия)\p{L}*"
    r"|(?:кент|ауыл)(?:[ыі]\p{L}*|[дт][ыі][қк]\p{L}*)?|село(?:сы\p{L}*|лық\p{L}*)?",
    kinds=((r"облыс\p{L}*", "region"), (r"қала\p{L}*", "city"), (r"аудан\p{L}*", "district")),
    whole_name_before=True,
    adjective=r"(?!)",
    state=r"қазақстан\sреспубликасы(?:ның)?|қр",
    acting=((r"(?:нің)?\s(?:міндетін\sатқарушы(?:сы)?|м\.\s?а\.?)$", ""),),
    place_names=(
        ("region", r"(.+)", r"\1 облысы"),
        ("city", r"(.+)", r"\1 қаласы"),
        ("district", r"(.+)", r"\1 ауданы"),
    ),
    body_names={
        "akimat": "{} әкімдігі",
        "maslikhat": "{} мәслихаты",
        "akim": "{} әкімі",
        "justice": "{} Әділет департаменті",
        "minister": "Қазақстан Республикасы {} министрі",
        "ministry": "Қазақстан Республикасы {} министрлігі",
    },
    rural=(
        (rf"{_AROUND}(?:ауылды[қғ]|селолық)\s+округ(?:інің|і)\s+әкімі", "rural-district"),
        (rf"{_AROUND}(?:ауыл|село)(?:ының|ы|сының|сы)?\s+әкімі", "village"),
        (rf"{_AROUND}кент(?:інің|і)\s+әкімі", "settlement"),
    ),
)
