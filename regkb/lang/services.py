"""What an extractor must know of a language to read the general provisions of a regulation."""

from __future__ import annotations

from dataclasses import dataclass

SITE = r"(?<![\w.@-])(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+){0,3}\.(?:kz|com|org)(?![\w.])"
"""`www.үлгі.kz` in Latin letters, no e-mail address."""


@dataclass(frozen=True, slots=True)
class ServiceWords:
    """Patterns (for `regex`, case ignored) for the fields of a service.

    `regulation` is what stands beside the name of the service in the title of its regulation. A definition
    (`(бұдан әрі – Стандарт)`) is a bracket, any of them `henceforth`; `provider_definition`, `recipient_definition`
    and `standard_definition` are those that matter. What they define stands before the bracket: it begins where another
    definition or `service_words` end, and `provider_verb` may stand at its end. `named_within` is a definition that
    does not part: of one body among several. `provider_aside` may stand before the name of the provider: what governs
    the words before the bracket, or the place. A `channel` is no provider: a portal, a site; the last `body` before it
    ends the name, or one behind it and `behind_channel` begins the name. `provider_sentence` and `recipient_sentence`
    (group `name`) serve where nothing is defined; where they name nobody, or a `party` by its term alone,
    `provider_meaning` and `recipient_meaning` (group `name`) serve, in which a list of terms says what it means. `free`
    is looked for in all general provisions, `free_sentence` in the other sections; `electronic`, `paper`,
    `full` and `partial` in the point that `form_point` begins. `result_point` begins the result (group `result`), of
    which nothing but `result_copula` is left where the result stands before its name; `form_of_result` tells a sentence
    that says how it is handed over. `standard_name` follows the title of a Standard, `standard_basis` stands beside
    both where the service rests on it; `standard_act` is in the title of an act that approves Standards.
    """

    regulation: str
    henceforth: str
    provider_definition: str
    provider_verb: str
    named_within: str
    provider_aside: str
    channel: str
    behind_channel: str
    body: str
    provider_sentence: str
    provider_meaning: str
    recipient_definition: str
    recipient_sentence: str
    recipient_meaning: str
    party: str
    service_words: str
    free: str
    form_point: str
    result_point: str
    result_copula: str
    form_of_result: str
    electronic: str
    paper: str
    full: str
    partial: str
    standard_definition: str
    standard_name: str
    standard_basis: str
    free_sentence: str
    standard_act: str = r"(?!)"
