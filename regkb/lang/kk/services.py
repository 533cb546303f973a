"""The general provisions of a regulation in Kazakh."""

from regkb.lang.services import ServiceWords

SERVICE = r"мемлекеттік\s+(?:көрсетілетін\s+)?қызмет\p{L}*"
HENCEFORTH = r"\(\s?бұдан\s+(?:былай|әрі)\s*[-–—]?\s*"
PROVIDER = r"(?:мемлекеттік\s+)?(?:көрсет\p{L}+\s+)?(?:мемлекеттік\s+)?қызмет(?:ті)?\s+(?:беруші|көрсетуші)"
RECIPIENT = r"(?:мемлекеттік\s+)?(?:көрсет\p{L}+\s+)?(?:мемлекеттік\s+)?қызмет(?:ті)?\s+алушы|тұтынушы"
MEANS = r"\s*[-–—]\s*(?:бұл\s+)?(?P<name>[^;]{5,500})"

WORDS = ServiceWords(
    regulation=rf"{SERVICE}(?:\s+көрсету\p{{L}}*)?\s+(?:электрондық\s+)?регламент\p{{L}}*",
    provider_definition=rf"{HENCEFORTH}(?:{PROVIDER}|уәкілетті\s+орган)\s?\)",
    provider_verb=r"\s*(?:арқылы\s+|тарапынан\s+)?(?:көрсет\p{L}+|жүзеге\s+асыр\p{L}+|ұсын\p{L}+)\s*$",
    provider_sentence=rf"{SERVICE}\s+(?P<name>[^().]{{5,300}}?)\s+(?:арқылы\s+)?көрсет(?:еді|іледі)",
    provider_meaning=rf"^(?:{PROVIDER}|уәкілетті\s+орган){MEANS}",
    recipient_definition=rf"{HENCEFORTH}(?:{RECIPIENT})(?:лар)?\s?\)",
    recipient_sentence=rf"{SERVICE}\s+(?P<name>[^().,]{{3,200}}?(?:ғ|г|қ|к)(?:а|е))\s+(?:тегін|ақылы|көрсетіледі)",
    recipient_meaning=rf"^(?:{RECIPIENT}){MEANS}",
    party=rf"{PROVIDER}|уәкілетті\s+орган|{RECIPIENT}",
    henceforth=rf"{HENCEFORTH}[^()]*\)",
    service_words=rf"{SERVICE}(?:\s+көрсету\p{{L}}*)?",
    free=r"(?<!\p{L})(?:тегін|ақысыз)(?!\p{L})",
    form_point=rf"^{SERVICE}\s+(?:көрсету\p{{L}}*\s+)?нысан(?:ы|дары)\s*(?:[-–—:]|\p{{L}})",
    result_point=rf"{SERVICE}\s+(?:көрсету\p{{L}}*\s+)?нәтиже(?:сі|лері)(?!\p{{L}})\s*[-–—:]?\s*(?P<result>.*)$",
    electronic=r"электронды",
    paper=r"қағаз",
    full=r"толық\p{L}*\s+автоматтандыр",
    partial=r"(?:ішінара|жартылай)\s+автоматтандыр",
    standard_definition=rf"{HENCEFORTH}[Сс]тандарт\p{{L}}*\s?\)",
    standard_name=rf"{SERVICE}(?:\s+көрсету\p{{L}}*)?\s*стандарт\p{{L}}*",
    form_of_result=r"нысан\p{L}*\s*(?:[-–—:]|$)",
)
