"""Views over the facts under names that an analyst guesses, made anew in every base that is published.

`act_timeline`, `validity_on` and `in_force_on` are in regkb/kb/validity/sql.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from regkb.extract.durations import SHORTEST, WORKING_DAY

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ACTS = """
CREATE OR REPLACE VIEW acts AS
SELECT
    a.id AS act_id, a.type, a.issuer, a.number, a.date, year(a.date) AS year, a.title, a.status,
    a.registration_number, a.registration_date, a.registration_authority, a.ingested,
    coalesce(r.languages, []) AS languages, coalesce(s.services, 0) AS services, coalesce(t.steps, 0) AS steps,
    coalesce(c.cited_by, 0) AS cited_by
FROM act a
LEFT JOIN (SELECT act_id, list(language ORDER BY language) AS languages FROM record GROUP BY act_id) r
    ON r.act_id = a.id
LEFT JOIN (SELECT entry, count(*) AS services FROM service GROUP BY entry) s ON s.entry = a.entry
LEFT JOIN (SELECT entry, count(*) AS steps FROM step GROUP BY entry) t ON t.entry = a.entry
LEFT JOIN (
    SELECT target_act_id, count(DISTINCT act_id) AS cited_by FROM reference WHERE target_act_id <> act_id
    GROUP BY target_act_id
) c ON c.target_act_id = a.id
"""

_PROCEDURE_KEY = "entry, service, procedure"

STEPS_FLAT = f"""
CREATE OR REPLACE VIEW steps_flat AS
SELECT
    s.act_id, s.language, r.issuer, r.number AS act_number, r.date AS act_date,
    v.title AS service, v.annex, p.kind AS procedure_kind, p."at" AS procedure_path,
    s.seq + 1 AS place, s.number, s.label, s.kind, s.text, s.actor, coalesce(s.actor_role, s.actor) AS role, s.result,
    coalesce(d.durations, []) AS durations, d.min_minutes, d.max_minutes, d.day_types, s."at" AS path,
    s.entry, s.service AS service_seq, s.procedure AS procedure_seq
FROM step s
JOIN record r USING (entry)
JOIN service v ON v.entry = s.entry AND v.seq = s.service
JOIN procedure p ON p.entry = s.entry AND p.service = s.service AND p.seq = s.procedure
LEFT JOIN (
    SELECT
        {_PROCEDURE_KEY}, step, list(text ORDER BY seq) AS durations,
        min(min_minutes) AS min_minutes, max(max_minutes) AS max_minutes,
        list(DISTINCT day_type) FILTER (day_type IS NOT NULL) AS day_types
    FROM duration WHERE step IS NOT NULL GROUP BY {_PROCEDURE_KEY}, step
) d ON d.entry = s.entry AND d.service = s.service AND d.procedure = s.procedure AND d.step = s.seq
"""

_UNITS = " ".join(f"WHEN '{unit}' THEN {minutes}" for unit, minutes in SHORTEST.items())

SERVICE_TOTALS = f"""
CREATE OR REPLACE VIEW service_totals AS
WITH measured AS (
    SELECT
        {_PROCEDURE_KEY}, step, seq, text, unit, day_type, condition, value,
        CASE unit {_UNITS} END AS unit_minutes,
        coalesce(value, 0) * if(unit = 'day' AND day_type IS DISTINCT FROM 'calendar', {WORKING_DAY}, unit_minutes)
            AS minutes,
        coalesce(value, 0) * unit_minutes / {SHORTEST["day"]} AS days
    FROM duration WHERE step IS NOT NULL
),
chosen AS (
    SELECT * FROM measured
    QUALIFY condition IS NULL OR row_number() OVER (
        PARTITION BY {_PROCEDURE_KEY}, step, condition IS NULL ORDER BY minutes, seq) = 1
),
summed AS (
    SELECT
        {_PROCEDURE_KEY},
        coalesce(sum(minutes) FILTER (unit IN ('minute', 'hour')), 0) AS minutes,
        coalesce(sum(days) FILTER (unit NOT IN ('minute', 'hour') AND day_type = 'working'), 0) AS working_days,
        coalesce(sum(days) FILTER (day_type = 'calendar' OR unit IN ('month', 'year')), 0) AS calendar_days,
        coalesce(sum(days) FILTER (unit = 'day' AND day_type IS NULL), 0) AS other_days,
        sum(minutes) AS least_minutes
    FROM chosen GROUP BY {_PROCEDURE_KEY}
),
longest AS (
    SELECT {_PROCEDURE_KEY}, step, text FROM measured
    QUALIFY row_number() OVER (PARTITION BY {_PROCEDURE_KEY} ORDER BY minutes DESC, step, seq) = 1
),
done AS (
    SELECT {_PROCEDURE_KEY}, seq, coalesce(actor_role, actor) AS role,
        lag(role) OVER (PARTITION BY {_PROCEDURE_KEY} ORDER BY seq) AS role_before
    FROM step WHERE actor_role IS NOT NULL OR actor IS NOT NULL
),
handed AS (
    SELECT {_PROCEDURE_KEY}, count(*) FILTER (role <> role_before) AS hand_overs, count(DISTINCT role) AS roles
    FROM done GROUP BY {_PROCEDURE_KEY}
),
limited AS (
    SELECT entry, service, list(text ORDER BY time_limit, seq) AS stated_limits FROM duration
    WHERE time_limit IS NOT NULL GROUP BY entry, service
)
SELECT
    p.act_id, p.language, r.issuer, r.number AS act_number, r.date AS act_date, v.title AS service,
    p.kind AS procedure_kind, p."at" AS procedure_path, coalesce(c.steps, 0) AS steps,
    coalesce(s.minutes, 0) AS minutes, coalesce(s.working_days, 0) AS working_days,
    coalesce(s.calendar_days, 0) AS calendar_days, coalesce(s.other_days, 0) AS other_days,
    s.least_minutes, coalesce(c.untimed_steps, 0) AS untimed_steps,
    st.number AS longest_step, g.text AS longest_duration,
    coalesce(h.hand_overs, 0) AS hand_overs, coalesce(h.roles, 0) AS roles,
    coalesce(l.stated_limits, []) AS stated_limits,
    x."at" IS NOT NULL AS longer_than_limit
FROM procedure p
JOIN record r USING (entry)
JOIN service v ON v.entry = p.entry AND v.seq = p.service
LEFT JOIN (
    SELECT {_PROCEDURE_KEY}, count(*) AS steps, count(*) FILTER (len(durations) = 0) AS untimed_steps
    FROM (SELECT entry, service_seq AS service, procedure_seq AS procedure, durations FROM steps_flat)
    GROUP BY {_PROCEDURE_KEY}
) c ON c.entry = p.entry AND c.service = p.service AND c.procedure = p.seq
LEFT JOIN summed s ON s.entry = p.entry AND s.service = p.service AND s.procedure = p.seq
LEFT JOIN longest g ON g.entry = p.entry AND g.service = p.service AND g.procedure = p.seq
LEFT JOIN step st ON st.entry = g.entry AND st.service = g.service AND st.procedure = g.procedure AND st.seq = g.step
LEFT JOIN handed h ON h.entry = p.entry AND h.service = p.service AND h.procedure = p.seq
LEFT JOIN limited l ON l.entry = p.entry AND l.service = p.service
LEFT JOIN (SELECT DISTINCT entry, "at" FROM diagnostic WHERE code = 'procedure.longer_than_limit') x
    ON x.entry = p.entry AND x."at" = p."at"
"""

OPEN_REFERENCES = """
CREATE OR REPLACE VIEW open_references AS
SELECT
    f.act_id, f.language, f."at" AS path, f.text,
    if(f.target_act_id IS NULL, 'not resolved', 'text not in this base') AS state, f.reason, f.target_act_id,
    coalesce(f.type, a.type) AS type, coalesce(f.issuer, a.issuer) AS issuer, coalesce(f.date, a.date) AS date,
    coalesce(f.number, a.number) AS number, coalesce(f.title, a.title) AS title,
    f.articles, f.points, f.subpoints, f.paragraphs, f.annexes, f.entry, f.seq
FROM reference f LEFT JOIN act a ON a.id = f.target_act_id
WHERE f.target_kind <> 'self' AND (f.target_act_id IS NULL OR NOT a.ingested)
"""


VIEWS: dict[str, tuple[str, str]] = {
    "acts": ("Every act, also one that is only cited: header, languages, how many services and steps, cited by.", ACTS),
    "steps_flat": ("A step a row with its act, service, procedure, role and durations.", STEPS_FLAT),
    "service_totals": (
        "A procedure a row: what its steps add up to by kind of day (of branches the shortest counts), the longest "
        "step, how often work changes hands, and the stated limits of the service beside.",
        SERVICE_TOTALS,
    ),
    "open_references": (
        "Citations that lead to no text of this base: not resolved, or resolved to an act that is only cited.",
        OPEN_REFERENCES,
    ),
}
"""Name → what a row is, and the statement that makes it; a later one may use an earlier one."""


def derive(con: DuckDBPyConnection) -> None:
    """Make the views in a writable base; see regkb/kb/derive.py."""
    for name, (comment, statement) in VIEWS.items():
        con.execute(statement)
        con.execute(f"COMMENT ON VIEW {name} IS '{comment}'")
