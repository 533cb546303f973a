"""Registered and published in Kazakh: `№ 3344 болып тіркелген`, `тізіліміне енгізілген`, `газетінде жарияланды`."""

from regkb.lang.publications import PublicationWords

WORDS = PublicationWords(
    registered=r"(?:тіркел(?:ген|ді|іп)|тізілім\p{L}*\s[^()]{0,60}?енгізіл(?:ген|ді|іп))\p{L}*",
    published=r"(?:жарияла|жарық\sкөр)(?:нған|ған|нды|ды|ген|ді|нып)\p{L}*",
    verb_last=True,
)
