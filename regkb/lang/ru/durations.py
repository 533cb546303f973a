"""Lengths of time in Russian: `15 (пятнадцать) минут`, `не более трех рабочих дней`, `в течение 30 дней`."""

from regkb.lang.durations import DurationWords, UnitWord

_ONE = r"(?:(?:(?:рабочего|календарного)\s+)?дня|часа|получаса|суток|недели|месяца|года)"

GAP = r"(?:\s+|(?<=\p{L}))"
"""The blank before a figure may be lost: `не более15 минут`."""

WORDS = DurationWords(
    units=(
        UnitWord(r"мин(?:ут[аыуе]?|утами|\.)?", "minute"),
        UnitWord(r"час(?:а|ов|у|е|ами)?|ч\.?(?=\s\d+\s+мин)", "hour"),
        UnitWord(r"получаса", "minute", 30),
        UnitWord(r"день|дн(?:я|ей|ю|е|ями)", "day"),
        UnitWord(r"сут(?:ки|ок|ками)", "day", 1, "calendar"),
        UnitWord(r"недел(?:я|и|ь|ю|е|ями)", "day", 7, "calendar"),
        UnitWord(r"месяц(?:а|ев|у|е|ами)?", "month"),
        UnitWord(r"год(?:а|у|ом)?", "year"),
        UnitWord(r"сек(?:унд[аыуе]?|\.)?", "minute", parts=60),
        # years of age (`до 7 лет`) are no length of time
        UnitWord(r"лет(?=\s+(?:со|с)\s+(?:дня|момента|даты))", "year"),
    ),
    day_types={r"раб(?:оч\p{L}+|\.)": "working", r"кал(?:ендарн\p{L}+|енд\.|\.)": "calendar"},
    before=(
        (rf"не\s+менее(?:\s+чем)?(?:\s+за)?{GAP}", "range"),
        # `не более 15 минут`, `не превышает трех дней`, `не позднее двух дней`, `до 20 минут`
        (
            rf"(?:в\s+срок\s+)?(?:не\s+(?:более|свыше|дольше|позднее|позже)|до)(?:\s+чем)?(?:\s+(?:через|за))?{GAP}",
            "max",
        ),
        (rf"не\s+(?:должн?\p{{L}}*\s+)?превыша\p{{L}}+{GAP}|максимум{GAP}", "max"),
        (rf"в\s+течени[еи]{GAP}", "within"),
        (r"в\s+течени[еи]", "within"),  # the unit alone follows
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
    figure_ending=r"\s?[-–—]\s?(?:ти|[уе]?[хx]|и|ю|м[яи]?)(?!\p{L})",
    # `в течение дня`, `в течение рабочего дня`
    one=rf"(?<=\bтечени[еи])(?=\s+{_ONE}(?!\p{{L}}))",
)
