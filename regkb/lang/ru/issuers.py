"""Names of bodies in Russian: an adjective before the body, or the place after it."""

from regkb.lang.issuers import IssuerWords

# аким села Бакино | Примерского района Улгинской области
# no village has a longer name than three words
_PLACE = r"(?P<place>[\p{L}-]+(?:\s+[\p{L}-]+){0,2}?)"
_AROUND = r"(?P<around>(?:[\p{L}-]+ск(?:ого|ой)\s+района|района\s+\p{Lu}|(?:города|г\.)\s*\p{Lu}).*)"

WORDS = IssuerWords(
    bodies=(
        (r"акимат\p{L}*", "akimat"),
        (r"маслихат\p{L}*", "maslikhat"),
        (r"аким(?:а|у|ом|е)?", "akim"),
        (r"(?:департамент|управлени)\p{L}*\sюстиции", "justice"),
    ),
    foreign=r"(?:аппарат|заместител|отдел|управлени(?!\p{L}*\sюстиции)|сельск|поселк|посёлк|аульн|округ|секретар"
    r"|председател|ревизионн|комисси|начальник|руководител)\p{L}*|сел[оа]|аула?",
    kinds=((r"област\p{L}*", "region"), (r"город\p{L}*|г\.?", "city"), (r"район\p{L}*", "district")),
    whole_name_before=False,
    adjective=r"(?<stem>\p{L}[\p{L}-]*)ск(?:ий|ого|ому|им|ом|ой|ая|ую)",
    state=r"республик[аи]\sказахстан|рк",
    acting=((r"^(?:и\.\s?о\.|исполняющ\p{L}+\sобязанности)\s", ""),),
    place_names=(
        ("region", r"(.+)ая", r"\1ой области"),
        ("region", r"(.+)", r"области \1"),
        ("city", r"(.+)", r"города \1"),
        ("district", r"(.+)ский", r"\1ского района"),
        ("district", r"(.+)", r"района \1"),
    ),
    body_names={
        "akimat": "Акимат {}",
        "maslikhat": "Маслихат {}",
        "akim": "Аким {}",
        "justice": "Департамент юстиции {}",
        "minister": "Министр {} Республики Казахстан",
        "ministry": "Министерство {} Республики Казахстан",
    },
    rural=(
        (rf"акима?\s+{_PLACE}\s+(?:сельск|аульн)ого\s+округа\s+{_AROUND}", "rural-district"),
        (rf"акима?\s+(?:сельск|аульн)ого\s+округа\s+{_PLACE}\s+{_AROUND}", "rural-district"),
        (rf"акима?\s+(?:села|аула)\s+{_PLACE}\s+{_AROUND}", "village"),
        (rf"акима?\s+пос[её]лка\s+{_PLACE}\s+{_AROUND}", "settlement"),
    ),
)
