"""What a diagram of a procedure says in Russian."""

from regkb.lang.flow import FlowWords

WORDS = FlowWords(
    start="Начало",
    end="Конец",
    refused="Отказ",
    yes="да",
    no="нет",
    nobody="исполнитель не назван",
    refusal=r"отказ|невозможност|в\s+связи\s+с\s+(?:отсутстви|наруш|неподтвержд)",
)
