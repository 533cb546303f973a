"""`после дня официального опубликования` begins after the day, `со дня официального опубликования` on it."""

from regkb.lang.effect_days import EffectDayWords

WORDS = EffectDayWords(after=r"(?<!\p{L})после(?!\p{L})")
