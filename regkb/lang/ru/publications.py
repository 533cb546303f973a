"""Registered and published in Russian: `зарегистрировано … за № 3344, опубликовано 15 сентября 2015 года`."""

from regkb.lang.publications import PublicationWords

WORDS = PublicationWords(
    registered=r"(?:зарегистрирован\p{L}*|внесен\p{L}*\sв\s(?:Г|г)осударственн\p{L}*\sреестр)",
    published=r"опубликован(?:о|а|ы|н\p{L}+)?(?!\p{L})",
    verb_last=False,
)
