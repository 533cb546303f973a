"""Validity in SQL: the views and macros over the tables event, timeline and validity."""

from __future__ import annotations

ACT_TIMELINE = """
CREATE OR REPLACE VIEW act_timeline AS
SELECT
    t.act_id, a.issuer, a.number, a.title, t.seq, t.kind, t.date, t.earliest, t.latest,
    coalesce(t.earliest = t.latest, false) AS certain,
    t.by_act_id, t.rule_text, t.basis, t.source_act_id, t."at", t.quote
FROM timeline t LEFT JOIN act a ON a.id = t.act_id
ORDER BY t.act_id, t.seq
"""
"""What happened to each act, in the order of time; `certain` where the day is known."""

VALIDITY_ON = """
CREATE OR REPLACE MACRO validity_on(on_day) AS TABLE
SELECT
    a.id AS act_id, a.ingested, a.type, a.issuer, a.number, a.date, a.title,
    coalesce(v.answer, 'unknown') AS answer, coalesce(v.certain, false) AS certain, v.possible,
    coalesce(v.force_answer, 'unknown') AS force_answer, coalesce(v.force_certain, false) AS force_certain
FROM act a LEFT JOIN validity v
    ON v.act_id = a.id AND CAST(on_day AS DATE) BETWEEN v.first_day AND v.last_day
"""
"""Every act with the answer for a day, one of those of the table validity or unknown; whether certain."""

IN_FORCE_ON = """
CREATE OR REPLACE MACRO in_force_on(on_day) AS TABLE
SELECT * EXCLUDE (answer) FROM validity_on(on_day) WHERE answer = 'in_force'
"""
"""The acts in force (applied) in all their parts on a day, certain or not; what only may have been is unknown there."""

VIEWS: dict[str, str] = {"act_timeline": ACT_TIMELINE, "validity_on": VALIDITY_ON, "in_force_on": IN_FORCE_ON}
"""Name → the statement that makes it; a later one may use an earlier one."""
