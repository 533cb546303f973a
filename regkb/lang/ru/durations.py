"""Lengths of time in Russian: `15 (пятнадцать) минут`, `не более трех рабочих дней`, `в течение 30 дней`."""

from regkb.lang.durations import DurationWords, UnitWord

WORDS = DurationWords(
    units=(
        UnitWord(r"мин(?:ут[аыуе]?|утами|\.)?", "minute"),
        UnitWord(r"час(?:а|ов|у|е|ами)?", "hour"),
        UnitWord(r"день|дн(?:я|ей|ю|е|ями)", "day"),
        UnitWord(r"сут(?:ки|ок|ками)", "day", 1, "calendar"),
        UnitWord(r"недел(?:я|и|ь|ю|е|ями)", "day", 7, "calendar"),
        UnitWord(r"месяц(?:а|ев|у|е|ами)?", "month"),
        UnitWord(r"год(?:а|у|ом)?", "year"),
        # years of age (`до 7 лет`) are no length of time
        UnitWord(r"лет(?=\s+(?:со|с)\s+(?:дня|момента|даты))", "year"),
    ),
    day_types={r"рабоч\p{L}+": "working", r"календарн\p{L}+": "calendar"},
    before=(
        (r"не\s+менее(?:\s+чем)?(?:\s+за)?\s+", "range"),
        # `не более 15 минут`, `не превышает трех дней`, `не позднее двух дней`, `до 20 минут`
        (r"(?:в\s+срок\s+)?(?:не\s+(?:более|свыше|дольше|позднее|позже)|до)(?:\s+чем)?(?:\s+(?:через|за))?\s+", "max"),
        (r"не\s+превыша\p{L}+\s+|максимум\s+", "max"),
        (r"в\s+течени[еи]\s+", "within"),
    ),
    after=((r"\s+включительно", "within"),),
    ranges=(
        (r"от\s+", r"\s+до\s+", ""),
        ("", r"\s?[-–—]\s?", ""),
    ),
    joint=r"\s+(?:и\s+)?",
    # `с 9.00 до 18 часов` is a time of day, `каждые 3 месяца` a frequency
    not_before=r"№\s?|кажд\p{L}+\s+|раз\s+в\s+|(?<!\p{L})с\s+\d{1,2}(?:[.:]\d\d)?\s+(?:часов\s+)?(?:до\s+)?",
    not_after=r"\s+(?:назад|раз(?!\p{L}))|\s?[-–—]\s?(?:го|й|е|х)(?!\p{L})",
)
