"""When an act takes effect, in Russian: the verb, the days, and the event last."""

from regkb.lang.effects import EffectWords

_ITS = r"(?:(?:его|её|ее|их|настоящего\s\p{L}+)\s)?"
_OFFICIAL = r"офиц\p{L}{0,2}альн(?:ого|ой)"  # with the slip that occurs: офицального
_JUSTICE = (
    r"(?:\sв\s(?:территориальных\s)?(?:органах?|[Дд]епартаменте|управлении|[Мм]инистерстве)\sюстиции"
    r"(?:\sгорода\s\p{L}[\p{L}-]+|(?:\s\p{L}[\p{L}-]+){1,3}?\s(?:области|района)|\sРеспублики\sКазахстан)?)?"
)
_FROM = r"(?:со?\sдня|после\sдня|с\sмомента|со?\sвремени|с\sдаты|после|со\sсрока)\s"

WORDS = EffectWords(
    events=(
        # со дня государственной регистрации в органах юстиции; со дня регистрации в Департаменте юстиции
        (
            "registration",
            rf"{_FROM}{_ITS}(?:государственной\s)?регистрации{_JUSTICE}",
        ),
        (
            "first_official_publication",
            rf"{_FROM}{_ITS}(?:первого|первичного)\s{_ITS}?{_OFFICIAL}\s(?:опубликования|публикации)",
        ),
        ("first_official_publication", rf"{_FROM}{_ITS}первой\s{_OFFICIAL}\sпубликации"),
        ("official_publication", rf"{_FROM}{_ITS}{_OFFICIAL}\s(?:опубликования|публикации)"),
        ("publication", rf"{_FROM}{_ITS}(?:первого\s)?(?:опубликования|публикации)"),
        # the day of adoption is the day on which the act is signed and dated
        ("signing", rf"{_FROM}{_ITS}(?:подписания|принятия)"),
    ),
    in_force=r"(?:вступа(?:ет|ют)|вступил[ои]?)\sв\s(?:законную\s)?силу",
    applied=r"(?:вводится|вводятся|введен[оы]?|ввести|вступа(?:ет|ют))\sв\sдействие",
    # по истечении десяти календарных дней после дня …
    delay=r"""(?:по\sистечении|через|спустя)\s(?<number>{number})(?:\s?\([^()]{1,40}\))?
        \s(?:(?:календарн|рабоч)\p{L}+\s)?(?:дней|дня|суток)""",
    day_types=((r"календарн", "calendar"), (r"рабоч", "working")),
    orders=(
        # вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования
        r"{verb}{between}\s{delay}\s{event}",
        # вступает в силу со дня государственной регистрации в органах юстиции
        r"{verb}{between}\s{event}",
        # вводится в действие с 1 января 2026 года
        r"{verb}\sсо?\s{date}",
    ),
    term=r"истечени|через|спустя|месяц|следующ|ранее|\d",
    second_verb=r"(?:\sи\s)",
)
