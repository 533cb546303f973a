"""What tables a base has: data from which the DDL, the comments, the ERD and the documentation are made.

Every fact table begins with the same four columns. `entry` is the number of the load that wrote the row: all facts of
one text of one act share it, lie together in the file, and are found by it in under a millisecond without an index,
while `act_id` is the name that stays. Tables of many rows have no index for their key: at ten million rows it would
cost more memory and disk than the text; the tests hold their keys instead. The column `at` bears the record's name for
the place of a fact; SQL wants it as `s.at` or `"at"`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its DuckDB type, what it is (unit and origin included), and where it points (`table.column`)."""

    name: str
    type: str
    comment: str
    required: bool = False
    check: str | None = None
    references: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `key` names the columns that tell its rows apart, `indexed` whether the base enforces that itself."""

    name: str
    comment: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    indexed: bool = False


def _one_of(column: str, values: str) -> str:
    """Return the CHECK that admits the space separated values."""
    return f"{column} IN ({', '.join(repr(value) for value in values.split())})"


_LANGUAGE = _one_of("language", "kk ru")
_TYPES = "law code decree resolution order decision other"


def _entry_columns(*parents: Column) -> tuple[Column, ...]:
    """Return the columns with which every fact table begins, and the numbers of what the fact stands under."""
    return (
        Column(
            "entry", "INTEGER", "Number of the load that wrote the row; see record.", True, references="record.entry"
        ),
        Column("act_id", "VARCHAR", "The act whose text says so.", True, references="act.id"),
        Column("language", "VARCHAR", "Language of that text: kk, ru.", True, _LANGUAGE),
        *parents,
        Column("seq", "INTEGER", "Place in the record's list, from 0.", True),
    )


def _act_ref_columns(whose: str, prefix: str = "") -> tuple[Column, ...]:
    """Return the columns of an act as a mention states it (ActRef of the record)."""
    return (
        Column(f"{prefix}type", "VARCHAR", f"Type of {whose}, as stated: law, resolution, order …"),
        Column(f"{prefix}issuer", "VARCHAR", f"Issuer of {whose} in the nominative, as stated."),
        Column(f"{prefix}date", "DATE", f"Date of {whose}, as stated."),
        Column(f"{prefix}number", "VARCHAR", f"Number of {whose} without №, as stated."),
        Column(f"{prefix}title", "VARCHAR", f"Title of {whose} without outer quotes, as stated."),
        Column(f"{prefix}registration_number", "VARCHAR", f"State registration number of {whose}, as stated."),
    )


_LOCATOR_COLUMNS = (
    Column("articles", "VARCHAR[]", "Articles named by the locator (`19-1` is one); empty where none."),
    Column("points", "VARCHAR[]", "Points named by the locator."),
    Column("subpoints", "VARCHAR[]", "Subpoints named by the locator."),
    Column("paragraphs", "VARCHAR[]", "Unnumbered paragraphs named by the locator."),
    Column("annexes", "VARCHAR[]", "Annexes named by the locator; an annex without a number is an empty text."),
)

_AT = Column("at", "VARCHAR", "Path of the paragraph that says so.", True, references="paragraph.path")
_SERVICE = Column("service", "INTEGER", "Number of the service in the act, from 0.", True, references="service.seq")
_PROCEDURE = Column(
    "procedure", "INTEGER", "Number of the procedure in the service, from 0.", True, references="procedure.seq"
)
_STATUS = _one_of("status", "in_force repealed expired suspended")

_HEADER_COLUMNS = (
    Column("type", "VARCHAR", "law, code, decree, resolution, order, decision, other.", check=_one_of("type", _TYPES)),
    Column("title", "VARCHAR", "Title, without outer quotes; of a cited act: as citations have it."),
    Column("issuer", "VARCHAR", "Issuer in the nominative; of a joint act the first one, all are in issuer."),
    Column("number", "VARCHAR", "Number without № or N; text, since it may be 4/889 or А-9/406."),
    Column("date", "DATE", "Day of adoption."),
    Column("registration_authority", "VARCHAR", "Justice body that registered the act, in the nominative."),
    Column("registration_date", "DATE", "Day of state registration."),
    Column("registration_number", "VARCHAR", "Number of state registration; text."),
    Column("status", "VARCHAR", "Status as the source states it, unjudged; see event for dates.", check=_STATUS),
)

META = Table(
    "meta",
    "What the base says of itself, a value a key.",
    (
        Column(
            "key",
            "VARCHAR",
            "schema_version, generation (counts the published states), derived_entry (the last record from which "
            "the derived tables are drawn), sorted_events (so many rows event had when it was last sorted), "
            "regkb_version.",
            True,
        ),
        Column("value", "VARCHAR", "The value, as text.", True),
    ),
    ("key",),
    indexed=True,
)

ACT = Table(
    "act",
    "A legal act, one row whatever its languages; also one that other acts only cite (ingested = false).",
    (
        Column("id", "VARCHAR", "Akoma Ntoso work IRI: /akn/kz/act/{type}/{issuer}/{date}/{number}.", True),
        Column("ingested", "BOOLEAN", "true: its text is in the base; false: known from citations alone.", True),
        Column("language", "VARCHAR", "Language of the text that the columns are from (kk before ru); NULL if cited."),
        Column("entry", "INTEGER", "The record that the columns are from; NULL if cited.", references="record.entry"),
        *_HEADER_COLUMNS,
    ),
    ("id",),
    indexed=True,
)

ISSUER = Table(
    "issuer",
    "The bodies that adopted an act: one row for most acts, several for a joint act.",
    (
        *_entry_columns(),
        Column("type", "VARCHAR", "Type of act by this body (a joint act may be a resolution and a decision)."),
        Column("issuer", "VARCHAR", "The body in the nominative, as written."),
        Column("number", "VARCHAR", "The number that this body gave; text."),
        Column("date", "DATE", "The day on which this body adopted it."),
    ),
    ("entry", "seq"),
)

SOURCE = Table(
    "source",
    "A text that was ingested, told apart by its bytes. The one in record is current; an act's older texts stay here.",
    (
        Column("sha256", "VARCHAR", "SHA-256 of the file's bytes, hexadecimal.", True),
        Column("act_id", "VARCHAR", "The act that the text is of.", True, references="act.id"),
        Column("language", "VARCHAR", "Language of the text: kk, ru.", True, _LANGUAGE),
        Column("path", "VARCHAR", "The file as it was named when it was first read.", True),
        Column("format", "VARCHAR", "text, pdf, html.", True, check=_one_of("format", "text pdf html")),
        Column("pages", "INTEGER", "Pages of a PDF; NULL for text."),
        Column("characters", "INTEGER", "Length of the raw text in characters.", True),
        Column("ranking", "VARCHAR", "Of two texts of one act the greater is current; see regkb/kb/ranking.py.", True),
        Column("ingested_at", "TIMESTAMP", "When it was read, UTC.", True),
        Column("text", "VARCHAR", "The raw text into which every span counts.", True),
    ),
    ("sha256",),
    indexed=True,
)

LOCATION = Table(
    "location",
    "Where texts lie: the files seen at the latest ingest of each.",
    (
        Column("path", "VARCHAR", "Absolute path of the file; `-:` and the hash for standard input.", True),
        Column("sha256", "VARCHAR", "What the file held.", True, references="source.sha256"),
    ),
    ("path",),
    indexed=True,
)

RECORD = Table(
    "record",
    "The full record of an act in one language, as export writes it; all other fact tables are drawn from it.",
    (
        Column("entry", "INTEGER", "Number of the load; grows with each text that is loaded.", True),
        Column("act_id", "VARCHAR", "The act.", True, references="act.id"),
        Column("language", "VARCHAR", "kk, ru.", True, _LANGUAGE),
        Column("sha256", "VARCHAR", "The text that it was read from.", True, references="source.sha256"),
        *_HEADER_COLUMNS,
        Column("json", "VARCHAR", "The record (regkb/act/1) without its paragraphs, which are in paragraph.", True),
    ),
    ("entry",),
    indexed=True,
)

PARAGRAPH = Table(
    "paragraph",
    "The clean text, a paragraph a row, in reading order.",
    (
        *_entry_columns(),
        Column("path", "VARCHAR", "Place in the tree: annex:1/section:2/point:5/subpoint:1.", True),
        Column("text", "VARCHAR", "Clean text: the law's words, its own slips included.", True),
        Column("spans", "INTEGER[][]", "[start, end) offsets in characters into source.text, in reading order.", True),
        Column("page", "INTEGER", "Page of a PDF on which the paragraph begins, from 1; NULL for text."),
        Column("box", "FLOAT[]", "Its box there: left, bottom, right, top, in points from the lower left corner."),
    ),
    ("entry", "seq"),
)

SERVICE = Table(
    "service",
    "A regulation of a public service that the act approves or restates.",
    (
        *_entry_columns(),
        Column("title", "VARCHAR", "The service's name without quotes.", True),
        Column("annex", "VARCHAR", "Path of the annex that holds the regulation."),
        Column("provider", "VARCHAR", "Who provides the service, as written."),
        Column("recipient", "VARCHAR", "Who may receive it, as written."),
        Column("fee", "VARCHAR", "free, or NULL where the text says nothing of it.", check="fee = 'free'"),
        Column("form", "VARCHAR[]", "electronic, paper, or both."),
        Column("automation", "VARCHAR", "full or partial.", check=_one_of("automation", "full partial")),
        Column("result", "VARCHAR", "What the recipient gets, as written."),
        Column("standard_title", "VARCHAR", "Title of the Standard on which the service rests."),
        Column("standard_act_id", "VARCHAR", "The act that approved the Standard, where told.", references="act.id"),
        *_act_ref_columns("the act that approved the Standard", "standard_act_"),
    ),
    ("entry", "seq"),
)

PROCEDURE = Table(
    "procedure",
    "An ordered list of steps in a regulation.",
    (
        *_entry_columns(_SERVICE),
        Column("at", "VARCHAR", "Path of the point that introduces the list.", True, references="paragraph.path"),
        Column(
            "kind",
            "VARCHAR",
            "provider (what each action is), interaction (between units), corporation (State Corporation, ЦОН), "
            "portal, information_system.",
            True,
            _one_of("kind", "provider interaction corporation portal information_system"),
        ),
        Column("results", "VARCHAR[]", "Results of the steps where a point of its own lists them."),
        Column("results_at", "VARCHAR", "Path of that point.", references="paragraph.path"),
    ),
    ("entry", "service", "seq"),
)

STEP = Table(
    "step",
    "A step of a procedure.",
    (
        *_entry_columns(_SERVICE, _PROCEDURE),
        Column("number", "VARCHAR", "Number as written; text.", True),
        Column("label", "VARCHAR", "Inner number, as in `4) 1 шарт –`."),
        Column("kind", "VARCHAR", "action, process, condition.", True, _one_of("kind", "action process condition")),
        Column("text", "VARCHAR", "The step's words.", True),
        Column("actor", "VARCHAR", "Who acts, as written; NULL where the step names none."),
        Column("actor_role", "VARCHAR", "The canonical role that the actor matches best."),
        Column("actor_score", "DOUBLE", "How well it matches, 0 to 100."),
        Column("result", "VARCHAR", "What follows `Нәтижесі –`."),
        Column("at", "VARCHAR", "Path of the step.", references="paragraph.path"),
        Column("paragraph", "INTEGER", "Number of its first paragraph.", references="paragraph.seq"),
    ),
    ("entry", "service", "procedure", "seq"),
)

TIME_LIMIT = Table(
    "time_limit",
    "A limit on a service as a whole; its lengths are in duration.",
    (
        *_entry_columns(_SERVICE),
        _AT,
        Column("paragraph", "INTEGER", "Number of its first paragraph.", references="paragraph.seq"),
        Column("text", "VARCHAR", "The words that set it.", True),
    ),
    ("entry", "service", "seq"),
)

DURATION = Table(
    "duration",
    "A length of time: of a step (procedure and step set) or of a time limit (time_limit set).",
    (
        *_entry_columns(_SERVICE),
        Column("procedure", "INTEGER", "Number of the procedure; NULL in a time limit.", references="procedure.seq"),
        Column("step", "INTEGER", "Number of the step; NULL in a time limit.", references="step.seq"),
        Column("time_limit", "INTEGER", "Number of the time limit; NULL in a step.", references="time_limit.seq"),
        Column("text", "VARCHAR", "The words, figures included.", True),
        Column("value", "DOUBLE", "The figure, in unit; of a range the smaller one, NULL where it has no such unit."),
        Column("max_value", "DOUBLE", "Of a range the greater figure, in unit."),
        Column(
            "unit", "VARCHAR", "minute, hour, day, month, year.", True, _one_of("unit", "minute hour day month year")
        ),
        Column(
            "day_type",
            "VARCHAR",
            "working or calendar; NULL unless said.",
            check=_one_of("day_type", "working calendar"),
        ),
        Column(
            "limit_type",
            "VARCHAR",
            "exact; max (`аспайды`); within (`ішінде`); range.",
            True,
            _one_of("limit_type", "exact max within range"),
        ),
        Column("condition", "VARCHAR", "The branch that it holds for."),
        Column("iso", "VARCHAR", "ISO 8601 duration, where there is one."),
        Column("min_minutes", "BIGINT", "Smallest reading, in minutes."),
        Column("max_minutes", "BIGINT", "Largest reading, in minutes."),
        Column("at", "VARCHAR", "Path of the paragraph that says so.", references="paragraph.path"),
        Column("paragraph", "INTEGER", "Number of that paragraph.", references="paragraph.seq"),
        Column("span_start", "INTEGER", "Where it begins in that paragraph's text, in characters."),
        Column("span_end", "INTEGER", "Where it ends."),
    ),
    ("entry", "service", "procedure", "step", "time_limit", "seq"),
)

ROLE = Table(
    "role",
    "A unit or an employee that a regulation lists as taking part.",
    (
        *_entry_columns(_SERVICE),
        Column("text", "VARCHAR", "As written.", True),
        Column("canonical", "VARCHAR", "The canonical role that it matches best."),
        Column("score", "DOUBLE", "How well it matches, 0 to 100."),
        Column("at", "VARCHAR", "Path of the paragraph that lists it.", references="paragraph.path"),
        Column("paragraph", "INTEGER", "Number of that paragraph.", references="paragraph.seq"),
    ),
    ("entry", "service", "seq"),
)

REFERENCE = Table(
    "reference",
    "A citation, in reading order; target_kind tells whether of an act, by a short form, or of itself.",
    (
        *_entry_columns(),
        _AT,
        Column("paragraph", "INTEGER", "Number of that paragraph.", references="paragraph.seq"),
        Column("text", "VARCHAR", "The words.", True),
        Column("span_start", "INTEGER", "Where they begin in the paragraph's text, in characters.", True),
        Column("span_end", "INTEGER", "Where they end.", True),
        Column("target_kind", "VARCHAR", "act, alias, self.", True, _one_of("target_kind", "act alias self")),
        Column("alias", "VARCHAR", "The short form, as `Стандарт`."),
        Column("self", "VARCHAR", "act, regulation or point: the one that is speaking."),
        *_act_ref_columns("the act that is meant"),
        *_LOCATOR_COLUMNS,
        Column("publications", "VARCHAR[]", "Publications of the cited act that the mention states."),
        Column("target_act_id", "VARCHAR", "The act that is meant, where exactly one fits.", references="act.id"),
        Column("target_path", "VARCHAR", "The provision meant in that act, where its text is in the base."),
        Column("score", "DOUBLE", "How sure the resolution is, 0 to 1."),
        Column("reason", "VARCHAR", "Why this act, or why none."),
    ),
    ("entry", "seq"),
)

EFFECT = Table(
    "effect",
    "What one act does to another or brings into being: approve, restate, amend, repeal.",
    (
        *_entry_columns(),
        Column(
            "type", "VARCHAR", "approve, restate, amend, repeal.", True, _one_of("type", "approve restate amend repeal")
        ),
        Column(
            "affecting_act_id", "VARCHAR", "The act that does it; NULL where it could not be told.", references="act.id"
        ),
        Column(
            "affected_act_id",
            "VARCHAR",
            "The act to which it is done; NULL where it could not be told.",
            references="act.id",
        ),
        Column("affected_title", "VARCHAR", "What is approved or restated, named by its title alone."),
        Column("affected_path", "VARCHAR", "The provision concerned, where it is told."),
        Column(
            "affected_score",
            "DOUBLE",
            "How alike the title is to that of this annex, 0 to 1: below 1 where they differ by a slip.",
        ),
        *_act_ref_columns("the other act (affected, or affecting where this act is the affected one)", "other_"),
        Column("at", "VARCHAR", "Path of the paragraph that says so.", references="paragraph.path"),
    ),
    ("entry", "seq"),
)

AMENDMENT = Table(
    "amendment",
    "One change of wording that the act orders.",
    (
        *_entry_columns(),
        _AT,
        Column("paragraph", "INTEGER", "Number of that paragraph.", references="paragraph.seq"),
        Column(
            "operation",
            "VARCHAR",
            "replace_whole, replace_words, insert_after, append, delete.",
            True,
            _one_of("operation", "replace_whole replace_words insert_after append delete"),
        ),
        *_LOCATOR_COLUMNS,
        Column("old_words", "VARCHAR", "The words that go."),
        Column("new_words", "VARCHAR", "The words that come."),
        Column("condition", "VARCHAR", "Where it holds only in part: `орыс тіліндегі мәтінге ғана`."),
        *_act_ref_columns("what is changed", "target_"),
        Column("target_act_id", "VARCHAR", "The act that is changed, where exactly one fits.", references="act.id"),
        Column(
            "affected_title", "VARCHAR", "The regulation in it that is changed: the numbers are those of its points."
        ),
        Column("affected_path", "VARCHAR", "The annex of that act in which it stands, where its text is in the base."),
    ),
    ("entry", "seq"),
)

_EVENT_KINDS = (
    "adopted registered published in_force applied amended suspended resumed suspended_in_part resumed_in_part "
    "repeal_declared repealed expired "
    "shown_in_force shown_repealed shown_expired shown_suspended"
)
_VERDICTS = "not_yet in_force repealed expired suspended partly_suspended unknown"
_RULE_COLUMNS = (
    Column("rule_event", "VARCHAR", "The event from which the days count: registration, publication …, or date."),
    Column("rule_days", "INTEGER", "How many days must pass after it; 0: it happens on that very day."),
    Column("rule_calendar", "VARCHAR", "working or calendar days; NULL unless said."),
    Column("rule_date", "DATE", "The date, where the rule names one."),
    Column("rule_text", "VARCHAR", "The rule's words, or the article of law that holds where the act is silent."),
)


def _event_columns(date: str, *acts: Column) -> tuple[Column, ...]:
    """Return the columns of something that happened to an act; `acts` are those of other acts, if any."""
    return (
        Column(
            "kind",
            "VARCHAR",
            "adopted, registered, published, in_force (күшіне енді), applied (қолданысқа енгізілді), amended, "
            "suspended, resumed, suspended_in_part, resumed_in_part (a point of it, or what it approved), "
            "repeal_declared (another act says that it repeals this one), repealed (that takes effect), expired; "
            "shown_…: how the source shows the act on the day of its export.",
            True,
            _one_of("kind", _EVENT_KINDS),
        ),
        Column("date", "DATE", date),
        Column("earliest", "DATE", "It cannot have been before this day; NULL: no bound."),
        Column("latest", "DATE", "It cannot have been after this day; NULL: no bound, or not known to have come."),
        *_RULE_COLUMNS,
        *acts,
        Column("at", "VARCHAR", "Path of the paragraph that says so.", references="paragraph.path"),
        Column("quote", "VARCHAR", "Its words."),
        Column(
            "basis",
            "VARCHAR",
            "stated (by the act itself), cited (by another act), shown (by the source's status line), computed (from a "
            "rule), law (what the law on legal acts provides where the act is silent).",
            True,
            _one_of("basis", "stated cited shown computed law"),
        ),
    )


_ACTING_ACTS = (
    Column("by_act_id", "VARCHAR", "The act that did it (repealed, amended).", references="act.id"),
    Column("source_act_id", "VARCHAR", "The act whose text says so; NULL: the law does.", references="act.id"),
)

TELLING = Table(
    "telling",
    "What each text tells of what happened, as it was read; the rows of event are drawn from it and from what the "
    "text's mentions of acts mean.",
    (
        *_entry_columns(),
        Column(
            "reference",
            "INTEGER",
            "The citation that names the other act; NULL: none does.",
            references="reference.seq",
        ),
        Column("effect", "INTEGER", "The effect that names the other act; NULL: none does.", references="effect.seq"),
        Column(
            "is_subject",
            "BOOLEAN",
            "Whether it happened to the other act; false: that act did it; NULL: there is no other act.",
        ),
        *_event_columns("The day, where the text gives it."),
    ),
    ("entry", "seq"),
)

EVENT = Table(
    "event",
    "What texts tell of what happened to an act, each with the sentence that says so; see timeline for the outcome.",
    (
        Column("act_id", "VARCHAR", "The act to which it happened.", True, references="act.id"),
        Column("act_key", "BIGINT", "CRC-32 of its id: by this number the table is sorted, most of it.", True),
        Column("evidence_entry", "INTEGER", "The record whose text says so.", True, references="record.entry"),
        Column("seq", "INTEGER", "Number among the events that this record tells of, from 0.", True),
        *_event_columns("The day, where the text gives it.", *_ACTING_ACTS),
    ),
    ("evidence_entry", "seq"),
)

TIMELINE = Table(
    "timeline",
    "The life of each act, settled from all events: a day, or the days between which each thing happened.",
    (
        Column("act_id", "VARCHAR", "The act to which it happened.", True, references="act.id"),
        Column("seq", "INTEGER", "Number in the act's timeline, from 0, in the order of time.", True),
        *_event_columns("The day that is known (earliest = latest), or likely; NULL: neither.", *_ACTING_ACTS),
    ),
    ("act_id", "seq"),
)

VALIDITY = Table(
    "validity",
    "Whether each act was in force, a row for each stretch of days on which the answer stays the same.",
    (
        Column("act_id", "VARCHAR", "The act.", True, references="act.id"),
        Column("first_day", "DATE", "First day of the stretch; 0001-01-01: since ever.", True),
        Column("last_day", "DATE", "Its last day, itself included; 9999-12-31: for ever.", True),
        Column(
            "answer",
            "VARCHAR",
            "Whether it is applied (қолданысқа енгізілген): not_yet, in_force, repealed, expired, suspended, "
            "partly_suspended (a part of it is, the rest is in force), unknown.",
            True,
            _one_of("answer", _VERDICTS),
        ),
        Column("certain", "BOOLEAN", "Whether the sources leave no other answer.", True),
        Column("possible", "VARCHAR[]", "The answers that agree with all sources.", True),
        Column(
            "force_answer",
            "VARCHAR",
            "The same for legal force (күшіне енген).",
            True,
            _one_of("force_answer", _VERDICTS),
        ),
        Column("force_certain", "BOOLEAN", "Whether the sources leave no other answer for legal force.", True),
    ),
    ("act_id", "first_day"),
)

DIAGNOSTIC = Table(
    "diagnostic",
    "What could not be settled while reading an act, or does not fit together.",
    (
        *_entry_columns(),
        Column("code", "VARCHAR", "What kind of doubt, as a short name.", True),
        Column("severity", "VARCHAR", "error, warning, info.", True, _one_of("severity", "error warning info")),
        Column("at", "VARCHAR", "Path of the paragraph concerned.", references="paragraph.path"),
        Column("message", "VARCHAR", "The doubt in words.", True),
        Column("span_start", "INTEGER", "Where in source.text it begins, in characters."),
        Column("span_end", "INTEGER", "Where it ends."),
    ),
    ("entry", "seq"),
)

FAILURE = Table(
    "failure",
    "Files that could not be read as an act at their latest ingest, with the reason and what helps.",
    (
        Column("path", "VARCHAR", "Absolute path of the file or folder; `-` for standard input.", True),
        Column("sha256", "VARCHAR", "SHA-256 of its bytes; NULL where not even those could be read."),
        Column("reason", "VARCHAR", "Why it is not in the base.", True),
        Column("remedy", "VARCHAR", "What helps."),
        Column("failed_at", "TIMESTAMP", "When it was tried, UTC.", True),
    ),
    ("path",),
    indexed=True,
)

TABLES: tuple[Table, ...] = (
    META, ACT, ISSUER, SOURCE, LOCATION, RECORD, PARAGRAPH, SERVICE, PROCEDURE, STEP, TIME_LIMIT, DURATION, ROLE,
    REFERENCE, EFFECT, AMENDMENT, TELLING, EVENT, TIMELINE, VALIDITY, DIAGNOSTIC, FAILURE,
)  # fmt: skip
