"""`жарияланған күнінен кейін` begins after the day, `жарияланған күнінен бастап` on it."""

from regkb.lang.effect_days import EffectDayWords

WORDS = EffectDayWords(after=r"(?<!\p{L})(?:кейін|соң)(?!\p{L})(?!.*бастап)")
