"""Who acts in Russian: `сотрудник канцелярии услугодателя принимает`, `прием документов специалистом услугодателя`."""

from regkb.lang.actors import ActorWords, Case, HeadForm, HeadKind

# The endings of a declension by case; a plural that looks like another case of the singular is left out.
HARD: dict[Case, str] = {
    "nominative": "|ы|и",
    "genitive": "а|ов",
    "instrumental": "ом|ами",
    "oblique": "у|е|ам|ах",
}
SOFT: dict[Case, str] = {"nominative": "ь|и", "genitive": "я|ей", "instrumental": "ем|ями", "oblique": "ю|е|ям|ях"}
FEMININE: dict[Case, str] = {"nominative": "я", "genitive": "и|й", "instrumental": "ей|ями", "oblique": "ю|ям|ях"}
FEMININE_A: dict[Case, str] = {"nominative": "а", "genitive": "ы", "instrumental": "ой|ами", "oblique": "у|е|ам|ах"}
NEUTER: dict[Case, str] = {"nominative": "е", "genitive": "я|й", "instrumental": "ем|ями", "oblique": "ю|и|ям|ях"}
PERSON_NEUTER: dict[Case, str] = {"nominative": "о", "genitive": "а|", "instrumental": "ом|ами", "oblique": "у|е|ам|ах"}
ADJECTIVE: dict[Case, str] = {
    "nominative": "ий|ая|ие",
    "genitive": "его|их",
    "instrumental": "им|ими",
    "oblique": "ему|ем",
}
FIXED: dict[Case, str] = {"nominative": ""}

NOUNS: tuple[tuple[HeadKind, dict[Case, str], str], ...] = (
    ("client", SOFT, "услугополучател|получател|потребител|заявител|представител"),
    (
        "person",
        SOFT,
        "услугодател|исполнител|руководител|заместител|секретар|председател|учител|воспитател|пользовател|делопроизводител"
        "|землеустроител",
    ),
    (
        "person",
        HARD,
        "специалист|сотрудник|работник|инспектор|оператор|начальник|директор|аким|эксперт|менеджер|юрист|бухгалтер|врач|"
        "нотариус|консультант|методист|психолог|педагог|архивист|регистратор|член|диспетчер|агент|экономист|министр|курьер|архитектор"
        r"|фельдшер|лаборант|врач\p{L}{0,2}-\p{L}+?",
    ),
    ("person", PERSON_NEUTER, "лиц|руководств"),
    ("person", ADJECTIVE, "заведующ|управляющ"),
    ("body", HARD, "отдел|сектор|департамент|комитет|центр|акимат|аппарат|орган|совет|банк|архив|фонд"),
    ("body", FEMININE, "канцеляри|комисси|корпораци|организаци|инспекци|консультаци|поликлиник(?=а)"),
    ("body", FEMININE_A, "палата|палат|школ|групп|больниц|служб"),
    ("body", NEUTER, "управлени|учреждени|подразделени|предприяти|министерств(?=е)"),
    ("body", HARD, "цон"),
    ("body", FIXED, "мио"),
    ("system", HARD, "портал|веб-портал|шлюз"),
    ("system", FEMININE_A, "систем"),
    ("system", FIXED, "пэп"),
)


def _forms() -> tuple[HeadForm, ...]:
    return tuple(
        HeadForm(rf"(?:{stems})(?:{ending})", kind, case, owned=False)
        for kind, endings, stems in NOUNS
        for case, ending in endings.items()
    )


NOUNS_LIKE_VERBS = (
    "отчет|отчёт|расчет|расчёт|перерасчет|учет|учёт|счет|счёт|зачет|ответ|пакет|кабинет|бюджет|билет|запрет|совет|предмет|комитет|приоритет|факультет|аудит|кредит|лимит|"
    "минут|депозит|визит|сертификат|результат|аппарат|акимат|дубликат|аттестат|формат|мандат|депутат|возврат|кандидат"
)
PARTICIPLE = r"\p{L}+(?:вш|ющ|ущ|ащ|ящ|нн|емы|имы)(?:ий|ый|ая|ое|ее|ие|ые|его|ого|ему|ому|ей|ой|их|ых|ую)"
"""In any case but the instrumental, in which it belongs to a noun in that case: `уполномоченным лицом`."""

WORDS = ActorWords(
    heads=_forms(),
    owner_follows=True,
    qualifiers={
        "nominative": r"\p{L}+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)",
        "genitive": r"\p{L}+(?:ого|его|ой|ей|ых|их)",
        "instrumental": r"\p{L}+(?:ым|им|ой|ей|ыми|ими)",
        "oblique": r"\p{L}+(?:ому|ему|ой|ей|ом|ем|ую|юю)",
    },
    owner_name=r"образования|здравоохранения|культуры|спорта|финансов|экономики|архитектуры|строительства|хозяйства|"
    r"занятости|политики|программ|отношений|защиты|доходов|развития|обеспечения|безопасности|ресурсов|контроля|надзора|района|города|области|округа|документации|архивов|ветеринарии|цон|мио",
    marked="через|в|во|на|по|для|от|с|со|к|ко|о|об|при|до|из|без|под|за|у|между|посредством",
    term=r"(?!)",
    adjective=r"(?!)",
    object=r"(?!)",
    licence=r"(?!)",
    genitive=r"(?!)",
    accusative=r"(?!)",
    owned_object=r"(?!)",
    owned_thing=r"(?!)",
    owned_name=r"(?!)",
    client_owns="представител.*",
    boundary=r"и|или|либо|\d.*",
    conjunction="и|или|либо|и/или",
    agent=r"(?!)",
    companion=r"(?!)",
    finite=rf"(?!(?:{NOUNS_LIKE_VERBS}|превышает|составляет)$)\p{{L}}+(?:ет|ит|ёт|ут|ют|ат|ят)(?:ся)?",
    passive=r"\p{L}+тся",
    participle=PARTICIPLE,
    passive_participle=r"(?!)",
    owned_action=r"(?!)",
    bare_action=r".*",
    duty=r"контролю|надзору|вопросам|делам|работе|при[её]му|выдаче|защите|развитию|обслуживанию|уч[её]ту|регистрации|"
    r"координации|организации|обеспечению|управлению|назначению|опеке|охране|связям|кадрам|обработке",
    duty_link="за|с|со",
)
