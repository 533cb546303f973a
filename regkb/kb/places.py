"""Which provision a citation means in the text of the act that it means, and which name one that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DANGLING = "dangling_locator"
"""The diagnostic of a citation of a provision that the cited text does not have."""

_TEXTS = """
CREATE OR REPLACE TEMP TABLE cited_text AS
SELECT act_id, asked.language, coalesce(max(entry) FILTER (record.language = asked.language), max(entry)) AS entry
FROM record, (VALUES ('kk'), ('ru')) asked(language) GROUP BY act_id, asked.language
"""
"""Of an act in two languages, the text in the language of the citation."""

_PROVISIONS = r"""
CREATE OR REPLACE TEMP TABLE provision AS
WITH paragraph AS (SELECT entry, path FROM paragraph SEMI JOIN (SELECT text_entry AS entry FROM wanted) USING (entry))
SELECT entry, place, min(path) AS path FROM (
  SELECT entry, path, regexp_replace(path, '(section:[^/]+)/', '', 'g') AS place FROM paragraph
  WHERE regexp_matches(path, '(^|/)(point|subpoint):[^/]+$')
  UNION ALL
  SELECT entry, annex, annex FROM (
    SELECT DISTINCT entry, regexp_extract(path, '^annex:[^/]+(/annex:[^/]+)?') AS annex FROM paragraph
    WHERE path LIKE 'annex:%'
  )
  UNION ALL
  SELECT DISTINCT entry, regexp_extract(path, '^annex:[^/]+') AS annex, annex FROM paragraph WHERE path LIKE 'annex:%'
) GROUP BY entry, place
"""
"""Points, subpoints and annexes by their place without sections, since a citation names a point without its section."""

_WANTED = r"""
CREATE OR REPLACE TEMP TABLE wanted AS
SELECT r.entry, r.seq, t.entry AS text_entry, annex, concat_ws(
    '/',
    nullif(CASE self
      WHEN 'regulation' THEN regexp_extract(r.at, '^annex:[^/]+')
      WHEN 'point' THEN regexp_extract(regexp_replace(r.at, '(section:[^/]+)/', '', 'g'), '^.*?point:[^/]+')
      ELSE ''
    END, ''),
    'annex:' || annex, 'point:' || point, 'subpoint:' || subpoint
  ) AS place
FROM reference r JOIN cited_text t ON t.act_id = r.target_act_id AND t.language = r.language,
  unnest(if(len(annexes) = 0, [NULL], annexes)) a(annex),
  unnest(if(len(points) = 0, [NULL], points)) p(point),
  unnest(if(len(subpoints) = 0, [NULL], subpoints)) s(subpoint)
WHERE target_kind <> 'alias' AND len(articles) = 0 AND len(annexes) + len(points) + len(subpoints) > 0
  AND (self IS DISTINCT FROM 'regulation' OR r.at LIKE 'annex:%')
"""
"""The places that citations name, one row each; an annex without a number is `annex:`."""

_FOUND = """
CREATE OR REPLACE TEMP TABLE found AS
SELECT w.entry, w.seq, w.place, p.path
FROM wanted w LEFT JOIN provision p ON p.entry = w.text_entry AND p.place = w.place
WHERE w.annex IS DISTINCT FROM ''
UNION ALL
SELECT w.entry, w.seq, w.place, if(count(DISTINCT p.place) = 1, min(p.place), NULL)
FROM wanted w LEFT JOIN provision p
  ON p.entry = w.text_entry AND starts_with(p.place, w.place) AND len(p.place) > len(w.place)
  AND NOT contains(substr(p.place, len(w.place) + 1), '/')
WHERE w.annex = '' GROUP BY w.entry, w.seq, w.place HAVING count(DISTINCT p.place) < 2
"""
"""An annex without a number is the one that there is; where there are several, the citation stays open."""

_PATHS = """
UPDATE reference SET target_path = first_found.path
FROM (
  SELECT r.entry, r.seq, f.path FROM reference r
  LEFT JOIN (
    SELECT entry, seq, min_by(path, place) AS path FROM found WHERE {among} AND path IS NOT NULL GROUP BY entry, seq
  ) f ON f.entry = r.entry AND f.seq = r.seq
  WHERE r.{among}
) first_found
WHERE reference.entry = first_found.entry AND reference.seq = first_found.seq
  AND reference.target_path IS DISTINCT FROM first_found.path
"""

_DANGLING = f"""
INSERT INTO diagnostic BY NAME
SELECT r.entry, r.act_id, r.language, '{DANGLING}' AS code, 'warning' AS severity, r.at,
  '«' || r.text || '»: the cited text has no ' || f.place AS message,
  (SELECT coalesce(max(d.seq) + 1, 0) FROM diagnostic d WHERE d.entry = r.entry)
    + row_number() OVER (PARTITION BY r.entry ORDER BY r.seq, f.place) - 1 AS seq
FROM found f JOIN reference r ON r.entry = f.entry AND r.seq = f.seq WHERE f.path IS NULL
"""

_TITLES = """
CREATE OR REPLACE TEMP TABLE titled AS
WITH annex AS (
  SELECT entry, regexp_extract(path, '^annex:[^/]+') AS path, lower(text) AS text FROM paragraph
  WHERE regexp_full_match(path, 'annex:[^/]+/title') AND entry IN (SELECT entry FROM cited_text)
),
named AS (
  SELECT e.entry, e.seq, t.entry AS text_entry, lower(e.affected_title) AS title
  FROM effect e JOIN cited_text t ON t.act_id = e.affected_act_id AND t.language = e.language
  WHERE e.affected_title IS NOT NULL
),
-- the shortest title that holds it: that of `А беру` is no part of `А беруді тоқтату` where both are there
exact AS (
  SELECT n.entry, n.seq, a.entry AS text_entry, min_by(a.path, (len(a.text), a.path)) AS path
  FROM named n JOIN annex a ON a.entry = n.text_entry AND contains(a.text, n.title) GROUP BY ALL
),
alike AS (
  SELECT n.entry, n.seq, a.path, 1 - levenshtein(quoted, n.title) / greatest(strlen(quoted), strlen(n.title)) AS score
  FROM named n ANTI JOIN exact USING (entry, seq)
  JOIN (SELECT *, regexp_extract(text, '[«"](.*)[»"]', 1) AS quoted FROM annex) a ON a.entry = n.text_entry
  WHERE len(quoted) > 0 AND NOT EXISTS (FROM exact x WHERE x.text_entry = a.entry AND x.path = a.path)
)
SELECT entry, seq, path, 1.0 AS score FROM exact
UNION ALL
SELECT entry, seq, max_by(path, score), round(max(score), 3) FROM alike WHERE score >= {least} GROUP BY entry, seq
HAVING count(*) = 1
"""
"""A regulation stands in the annex whose title names it, or names it but for a slip, where only one annex does."""
_LEAST_ALIKE = 0.8

_CALLED = """
CREATE OR REPLACE TEMP TABLE called AS
WITH open AS (
  SELECT a.entry, a.seq, t.entry AS text_entry, lower(a.affected_title) AS noun
  FROM amendment a JOIN cited_text t ON t.act_id = a.target_act_id AND t.language = a.language
  WHERE a.affected_title IS NOT NULL
    AND NOT EXISTS (FROM effect e WHERE e.entry = a.entry AND e.affected_title = a.affected_title)
)
SELECT open.entry, open.seq, min(regexp_extract(p.path, '^annex:[^/]+')) AS path
FROM open JOIN paragraph p ON p.entry = open.text_entry
WHERE regexp_full_match(p.path, 'annex:[^/]+/title') AND contains(lower(p.text), open.noun)
GROUP BY open.entry, open.seq HAVING count(DISTINCT p.path) = 1
"""
"""A regulation that is called by its noun alone is the only one of its kind: `в Регламенте, утвержденном …`."""

_EFFECTS = """
UPDATE effect SET affected_path = named.path, affected_score = named.score
FROM (
  SELECT e.entry, e.seq, coalesce(min(by_title.path), min(by_place.target_path)) AS path, min(by_title.score) AS score
  FROM effect e
  LEFT JOIN titled by_title ON by_title.entry = e.entry AND by_title.seq = e.seq
  LEFT JOIN reference by_place ON by_place.entry = e.entry AND by_place.at = e.at
    AND by_place.target_act_id = e.affected_act_id
  WHERE e.{among}
  GROUP BY e.entry, e.seq
) named
WHERE effect.entry = named.entry AND effect.seq = named.seq
  AND (effect.affected_path IS DISTINCT FROM named.path OR effect.affected_score IS DISTINCT FROM named.score)
"""
"""Where no title fits, the provision is the one that the sentence cites."""

_AMENDMENTS = """
UPDATE amendment SET affected_path = named.path
FROM (
  SELECT a.entry, a.seq, coalesce(min(e.affected_path), min(c.path)) AS path FROM amendment a LEFT JOIN effect e
    ON e.entry = a.entry AND e.affected_title = a.affected_title AND e.affected_act_id = a.target_act_id
  LEFT JOIN called c ON c.entry = a.entry AND c.seq = a.seq
  WHERE a.{among} GROUP BY a.entry, a.seq HAVING count(DISTINCT e.affected_path) < 2
) named
WHERE amendment.entry = named.entry AND amendment.seq = named.seq
  AND amendment.affected_path IS DISTINCT FROM named.path
"""


def find_places(con: DuckDBPyConnection) -> None:
    """Find the provisions that references name, for `write_places`, and report those that the cited text does not have.

    Runs after the acts are resolved; it can be repeated. Only texts of the base are looked into.
    """
    con.execute(f"DELETE FROM diagnostic WHERE code = '{DANGLING}'")
    for statement in (_TEXTS, _WANTED, _PROVISIONS, _FOUND, _DANGLING):
        con.execute(statement)
    con.execute("DROP TABLE provision; DROP TABLE wanted")
    con.execute(_TITLES.format(least=_LEAST_ALIKE))
    con.execute(_CALLED)


def forget_places(con: DuckDBPyConnection) -> None:
    """Drop what `find_places` found: temporary tables are in memory."""
    con.execute("DROP TABLE cited_text; DROP TABLE found; DROP TABLE titled; DROP TABLE called")


def write_places(con: DuckDBPyConnection, among: str) -> None:
    """Fill the provisions that references, effects and amendments mean; `among`, on `entry`, says of which records."""
    for statement in (_PATHS, _EFFECTS, _AMENDMENTS):
        con.execute(statement.format(among=among))
