"""What a diagram of a procedure says in Kazakh."""

from regkb.lang.flow import FlowWords

WORDS = FlowWords(
    start="Басы",
    end="Соңы",
    refused="Бас тарту",
    yes="иә",
    no="жоқ",
    nobody="орындаушысы аталмаған",
    refusal=r"бас\s+тарт|мүмкін\s+емес|болмауына\s+байланысты|бұзушылық\p{L}*\s.*байланысты",
)
