"""Five questions of an analyst, answered from a base: `REGKB_DB=demo.duckdb marimo edit examples/analyst.py`.

Needs the extra `regkb[notebook]`. Run as a script, it answers them without a browser.
"""

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="medium", app_title="Regulations of public services")


@app.cell
def _():
    import os

    import altair as alt
    import duckdb
    import marimo as mo

    path = os.environ.get("REGKB_DB", "demo.duckdb")
    base = duckdb.connect(path, read_only=True)

    def ask(query):
        return base.sql(query).to_arrow_table()

    mo.md(f"# Regulations of public services\n\nRead from `{path}`. Each table below is one query; change it and see.")
    return alt, ask, mo


@app.cell
def _(ask, mo):
    issuers = ask(
        """
        SELECT issuer, sum(services)::INTEGER AS services, count(*) AS acts
        FROM acts WHERE ingested AND issuer IS NOT NULL GROUP BY issuer ORDER BY services DESC, issuer LIMIT 20
        """
    )
    mo.md("## 1. Which services does each issuer regulate?")
    return (issuers,)


@app.cell
def _(alt, issuers):
    issuers_chart = (
        alt.Chart(issuers, title="Services by issuer")
        .mark_bar()
        .encode(x="services:Q", y=alt.Y("issuer:N", sort="-x"), tooltip=["issuer", "services", "acts"])
    )
    issuers_chart
    return (issuers_chart,)


@app.cell
def _(ask, mo):
    lengths = ask(
        """
        UNPIVOT (
            SELECT concat_ws(' · ', issuer, service) AS service, working_days, calendar_days, other_days,
                   minutes / 480 AS hours_as_working_days
            FROM service_totals WHERE procedure_kind IN ('provider', 'interaction') AND least_minutes > 0
            QUALIFY row_number() OVER (PARTITION BY act_id, service ORDER BY least_minutes DESC, procedure_path) = 1
            ORDER BY least_minutes DESC LIMIT 25
        ) ON working_days, calendar_days, other_days, hours_as_working_days INTO NAME kind VALUE days
        """
    )
    mo.md(
        """
        ## 2. How long do the steps of each service take?

        Days of each kind stay apart; of branches the shortest counts, and a step without a length counts nothing.
        """
    )
    return (lengths,)


@app.cell
def _(alt, lengths):
    lengths_chart = (
        alt.Chart(lengths, title="Sum of step durations")
        .mark_bar()
        .encode(
            x="days:Q",
            y=alt.Y("service:N", sort="-x", axis=alt.Axis(labelLimit=260)),
            color="kind:N",
            tooltip=["service", "kind", "days"],
        )
    )
    lengths_chart
    return (lengths_chart,)


@app.cell
def _(ask, mo):
    roles = ask(
        """
        SELECT role, procedure_kind, count(*) AS steps FROM steps_flat
        WHERE role IS NOT NULL GROUP BY ALL ORDER BY steps DESC, role LIMIT 40
        """
    )
    mo.md("## 3. Who does the work?")
    return (roles,)


@app.cell
def _(alt, roles):
    roles_chart = (
        alt.Chart(roles, title="Steps by role")
        .mark_bar()
        .encode(x="sum(steps):Q", y=alt.Y("role:N", sort="-x", axis=alt.Axis(labelLimit=260)), color="procedure_kind:N")
    )
    roles_chart
    return (roles_chart,)


@app.cell
def _(ask, mo):
    force = ask(
        """
        SELECT day, if(certain, answer, answer || ' (not certain)') AS answer, count(*) AS acts
        FROM (SELECT range::DATE AS day FROM range(DATE '2013-01-01', DATE '2022-01-01', INTERVAL 6 MONTH)) days
        JOIN validity ON day BETWEEN first_day AND last_day
        JOIN act ON act.id = validity.act_id AND act.ingested
        GROUP BY ALL ORDER BY day, answer
        """
    )
    mo.md("## 4. What was in force when, and how sure is that?")
    return (force,)


@app.cell
def _(alt, force):
    force_chart = (
        alt.Chart(force, title="Acts by answer")
        .mark_bar()
        .encode(x="yearmonth(day):O", y="acts:Q", color="answer:N", tooltip=["day", "answer", "acts"])
    )
    force_chart
    return (force_chart,)


@app.cell
def _(ask, mo):
    cited = ask(
        """
        SELECT concat_ws(' ', type, '№', number, date, title) AS act, cited_by
        FROM acts WHERE NOT ingested ORDER BY cited_by DESC, act LIMIT 20
        """
    )
    mo.md("## 5. On which acts outside this base does it rest?")
    return (cited,)


@app.cell
def _(alt, cited):
    cited_chart = (
        alt.Chart(cited, title="Cited acts that are not in this base")
        .mark_bar()
        .encode(x="cited_by:Q", y=alt.Y("act:N", sort="-x", axis=alt.Axis(labelLimit=320)), tooltip=["act", "cited_by"])
    )
    cited_chart
    return (cited_chart,)


if __name__ == "__main__":
    app.run()
