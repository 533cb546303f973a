"""A base of many synthetic acts, made of rows rather than read from files: for measuring look-ups at scale."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from regkb.kb.derive import derive_all
from regkb.kb.schema import create_tables
from regkb.kb.store import connect

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SENTENCES = 60_000
WORDS = 40_000
SYLLABLES = "ба ке ты лы ра сен мұн кү дар жол тө рім сай бек ал ұл қор ман ші не ғы тау дос із құ рық ет па зық мен"
ENDINGS = ["", "", "", "лар", "дың", "ға", "ды", "да", "дан", "мен", "ы", "сы", "ына", "ында", "дағы"]
LEGAL = Path(__file__).parent.parent / "tests" / "lang" / "stems_kk.jsonl"


def build_base(path: Path, acts: int, seed: int = 1) -> None:
    """Write a base of `acts` acts to `path`: about 60 paragraphs of 4 to 44 words each, a service of 12 steps."""
    con = connect(str(path))
    create_tables(con)
    con.execute("CREATE TEMP TABLE sentence AS SELECT unnest(?::VARCHAR[]) AS text", [_make_sentences(seed)])
    con.execute("CREATE TEMP TABLE pool AS SELECT row_number() OVER () - 1 AS place, text FROM sentence")
    for first in range(1, acts + 1, 10_000):
        _add_acts(con, first, min(first + 9_999, acts))
    derive_all(con)
    con.execute("CHECKPOINT")
    con.close()


def _make_sentences(seed: int) -> list[str]:
    """Return sentences whose words have about the frequencies of a language."""
    rng = random.Random(seed)
    forms = sorted({form for line in LEGAL.read_text(encoding="utf-8").splitlines() for form in _read_forms(line)})
    rng.shuffle(forms)
    rest = ["".join(rng.choices(SYLLABLES.split(), k=rng.randint(2, 4))) for _ in range(WORDS - len(forms))]
    words = forms + rest
    return [
        " ".join(
            words[int(len(words) * rng.random() ** 6)] + (rng.choice(ENDINGS) if rng.random() < 0.2 else "")
            for _ in range(rng.randint(4, 44))
        )
        for _ in range(SENTENCES)
    ]


def _read_forms(line: str) -> list[str]:
    import json

    forms: list[str] = json.loads(line)["forms"]
    return forms


def _add_acts(con: DuckDBPyConnection, first: int, last: int) -> None:
    """Write the acts numbered `first` to `last`."""
    con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE made AS
        SELECT i::INTEGER AS entry, format('Үлгі облысы {{}} ауданының әкімдігі', i % 190) AS issuer,
          (i % 400 + 1)::VARCHAR AS number, DATE '2012-01-01' + (hash(i) % 3000)::INTEGER AS date,
          format('/akn/kz/act/resolution/ulgi-{{}}/{{}}/{{}}', i % 190, date, i) AS act_id,
          'kk' AS language, pool.text AS title,
          40 + (hash(i, 'length') % 40)::INTEGER AS paragraphs
        FROM range({first}, {last} + 1) t(i) JOIN pool ON place = (hash(i, 'title') % {SENTENCES})::BIGINT;

        CREATE OR REPLACE TEMP TABLE made AS
        SELECT *, date + 20 AS registration_date, (entry + 1000)::VARCHAR AS registration_number,
          if(entry % 3 = 0, 'repealed', 'in_force') AS status FROM made;
        CREATE OR REPLACE TEMP TABLE made AS
        SELECT *, json_object('schema', 'regkb/act/1', 'id', act_id, 'language', 'kk', 'type', 'resolution',
          'title', title, 'issuer', issuer, 'number', number, 'date', date::VARCHAR, 'status', status,
          'registration', json_object('date', registration_date::VARCHAR, 'number', registration_number),
          'commencement', if(entry % 2 = 0,
            json_object('applied',
              json_object('event', 'date', 'date', (date + 40)::VARCHAR, 'text', 'күнінен бастап')),
            json_object('applied', json_object('event', 'first_official_publication', 'days', 10,
              'calendar', 'calendar', 'text', 'жарияланғаннан кейін он күн өткен соң')))) AS json FROM made;

        INSERT INTO act BY NAME SELECT act_id AS id, true AS ingested, language, entry, 'resolution' AS type, title,
          issuer, number, date, registration_date, registration_number, status FROM made;
        INSERT INTO record BY NAME SELECT entry, act_id, language, sha256(act_id) AS sha256, title, issuer, number,
          date, 'resolution' AS type, registration_date, registration_number, status, json FROM made;
        INSERT INTO source BY NAME SELECT sha256(act_id) AS sha256, act_id, language, act_id AS path, 'text' AS format,
          0 AS characters, '' AS ranking, TIMESTAMP '2026-01-01' AS ingested_at, '' AS text FROM made;
        INSERT INTO paragraph BY NAME SELECT entry, act_id, language, n - 1 AS seq,
          CASE n WHEN 1 THEN 'title' WHEN 2 THEN 'info'
            ELSE format('annex:1/section:{{}}/point:{{}}', n // 20 + 1, n) END AS path,
          CASE n WHEN 1 THEN title
            WHEN 2 THEN format('{{}} {{}} жылғы № {{}} қаулысы', issuer, year(date), number) ELSE text END AS text,
          [[n * 100, n * 100 + 90]] AS spans
        FROM (SELECT *, (hash(entry, n) % {SENTENCES})::BIGINT AS place FROM made, range(1, 81) r(n))
        JOIN pool USING (place)
        WHERE n <= paragraphs ORDER BY entry, n;
        INSERT INTO service BY NAME SELECT entry, act_id, language, 0 AS seq, title, 'annex:1' AS annex FROM made;
        INSERT INTO procedure BY NAME SELECT entry, act_id, language, 0 AS service, 0 AS seq,
          'annex:1/section:2/point:5' AS at, 'provider' AS kind FROM made;
        INSERT INTO step BY NAME SELECT entry, act_id, language, 0 AS service, 0 AS procedure, n - 1 AS seq,
          n::VARCHAR AS number, 'action' AS kind, text, 'annex:1/section:2/point:5/subpoint:' || n AS at
        FROM (SELECT *, (hash(entry, n + 6) % {SENTENCES})::BIGINT AS place FROM made, range(1, 13) r(n))
        JOIN pool USING (place) ORDER BY entry, n;
        """
    )
