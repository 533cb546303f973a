import datetime

import pytest

from regkb.pipeline import read_act
from regkb.schemas.record import Act, ActRef, Paragraph, Reference
from regkb.schemas.stages import RawDocument
from tests.kb.validity.specimens import (
    ISSUER,
    act_id,
    answer_from_events,
    derive_all,
    derive_events,
    identify,
    load_specimens,
)


def events_of(name: str, about: str) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for event in derive_events(load_specimens()[name], identify):
        if event.act_id == act_id(about):
            found.setdefault(event.kind, []).append(event)
    return found


def test_what_an_act_says_of_itself():
    found = events_of("almaty-275", "2016-06-02 № 275")
    assert set(found) == {"adopted", "registered", "in_force", "applied", "shown_repealed", "repeal_declared"}
    [registered] = found["registered"]
    assert (registered.date, registered.at, registered.basis) == (datetime.date(2016, 7, 13), "info", "stated")
    assert registered.quote == "Үлгі облысының Әділет департаментінде 2016 жылғы 13 шілдеда № 77 болып тіркелді."
    [applied] = found["applied"]
    assert (applied.at, applied.rule.days) == ("point:9", 10)
    [shown] = found["shown_repealed"]
    assert (shown.earliest, shown.latest) == (datetime.date(2016, 7, 13), datetime.date(2026, 11, 20))
    [declared] = found["repeal_declared"]
    assert (declared.by, declared.date, declared.at) == (act_id("2019-01-28 № 42"), datetime.date(2019, 1, 28), "note")


def test_what_a_header_tells_of_the_act_that_repealed_it():
    found = events_of("almaty-275", "2019-01-28 № 42")
    assert {kind: {event.basis for event in events} for kind, events in found.items()} == {
        "adopted": {"cited"},
        "applied": {"cited"},
    }


def test_what_a_citation_tells_in_passing():
    found = events_of("almaty-275", "2015-07-17 № 321")
    [published] = found["published"]
    assert (published.date, published.basis, published.at) == (datetime.date(2015, 9, 15), "cited", "point:1")
    assert published.source == act_id("2016-06-02 № 275")
    assert [event.date for event in found["registered"]] == [datetime.date(2015, 8, 14)]
    assert [event.by for event in found["amended"]] == [act_id("2016-06-02 № 275")]


def test_a_registration_without_a_day_is_known_all_the_same():
    [registered] = events_of("almaty-60", "2015-06-08 № 240")["registered"]
    assert registered.date is None


def test_a_registration_in_a_long_paragraph_is_quoted_by_its_clause():
    act = load_specimens()["almaty-60"]
    [place] = [place for place in act.paragraphs if place.path == "point:1"]
    clause = "Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 3277 болып тіркелген"
    text = place.text.replace("қаулысы (2015", f"қаулысы ({clause}, 2015") + " Оның мәтіні кеңседе сақталсын." * 20
    paragraphs = [place.model_copy(update={"text": text}) if one is place else one for one in act.paragraphs]
    events = derive_events(act.model_copy(update={"paragraphs": paragraphs}), identify)
    assert [e.quote for e in events if e.kind == "registered" and e.act_id == act_id("2015-06-08 № 240")] == [clause]


def test_repealing_a_point_leaves_the_act_standing():
    found = events_of("partly-repealing", "2016-04-04 № 63")
    assert "repeal_declared" not in found
    assert len(found["amended"]) == 1


def test_what_stands_in_another_base_says_nothing_here():
    answer = answer_from_events(derive_all("signed"), datetime.date(2020, 1, 1), act_id("2001-01-01 № 1"))
    assert (answer.answer, answer.certain, answer.known) == ("unknown", False, "absent")
    assert [missing.what for missing in answer.missing] == ["act"]


def with_note(name: str, text: str, cited: str) -> Act:
    """Return a specimen with an editor's note above its last point, which cites № 50 of 2017-03-10 as `cited`."""
    act = load_specimens()[name]
    place = len(act.paragraphs) - 1
    note = Paragraph(path="point:8/p", text=text)
    start = text.index(cited)
    reference = Reference(
        at=note.path,
        text=cited,
        span=(start, start + len(cited)),
        index=place,
        target=ActRef(type="resolution", issuer=ISSUER, date=datetime.date(2017, 3, 10), number="50"),
    )
    paragraphs = [*act.paragraphs[:place], note, *act.paragraphs[place:]]
    return act.model_copy(update={"paragraphs": paragraphs, "references": [*act.references, reference]})


def test_a_note_tells_which_act_changed_this_one_and_by_which_rule_that_applies():
    rule = "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі"
    cited = "Үлгі облысы әкімдігінің 10.03.2017 № 50"
    act = with_note("almaty-275", f"Ескерту. 8-тармақ жаңа редакцияда - {cited} ({rule}) қаулысымен.", cited)
    events = derive_events(act, identify)
    [amended] = [event for event in events if event.kind == "amended" and event.act_id == act.id]
    assert (amended.by, amended.at, amended.basis) == (act_id("2017-03-10 № 50"), "point:8/p", "stated")
    [applied] = [event for event in events if event.kind == "applied" and event.act_id == amended.by]
    assert applied.rule and (applied.rule.event, applied.rule.days) == ("first_official_publication", 10)
    # the words for the act's own rule are its own, though the note has the same
    assert [event.at for event in events if event.kind == "applied" and event.act_id == act.id] == ["point:9"]


def test_a_citation_that_is_no_note_on_a_change_changes_nothing():
    cited = "Үлгі облысы әкімдігінің 10.03.2017 № 50"
    act = with_note("almaty-275", f"Ескерту: {cited} қаулысымен бекітілген үлгі қолданылады.", cited)
    assert [event for event in derive_events(act, identify) if event.kind == "amended" and event.act_id == act.id] == []


BACKWARDS = """Үлгі туралы

Үлгі облысы Нұсқа ауданы әкімдігінің 2016 жылғы 2 маусымдағы № 275 қаулысы. Үлгі облысының Әділет департаментінде \
2016 жылғы 7 шілдеде № 2750 болып тіркелді

      Нұсқа ауданының әкімдігі ҚАУЛЫ ЕТЕДІ:
      1. Үлгі бекітілсін.
      2. Осы қаулы 2016 жылғы 1 тамыздан бастап қолданысқа енгізіледі және {since}туындаған қатынастарға таралады.
"""


@pytest.mark.parametrize(
    ("since", "on", "answer", "certain"),
    [
        ("2016 жылғы 1 наурыздан бастап ", "2016-02-29", "not_yet", True),
        ("2016 жылғы 1 наурыздан бастап ", "2016-03-01", "unknown", False),
        ("2016 жылғы 1 наурыздан бастап ", "2016-07-31", "unknown", False),
        ("2016 жылғы 1 наурыздан бастап ", "2016-08-01", "in_force", False),
        ("бұрын ", "2016-02-29", "unknown", False),
        ("бұрын ", "2016-08-01", "in_force", False),
    ],
)
def test_whether_an_act_applies_to_what_it_reaches_back_to_is_not_said(since, on, answer, certain):
    act = read_act(RawDocument("act.txt", "0" * 64, "text", BACKWARDS.format(since=since)))
    found = answer_from_events(derive_events(act, lambda _: None), datetime.date.fromisoformat(on), act.id)
    assert (found.answer, found.certain) == (answer, certain)
    assert found.force.answer == ("not_yet" if on < "2016-07-07" else "in_force")


TERM = BACKWARDS.replace("{since}туындаған қатынастарға таралады", "2017 жылғы 1 қаңтарға дейін қолданылады")


@pytest.mark.parametrize(
    ("on", "answer", "certain"),
    [
        ("2016-08-01", "in_force", False),
        ("2016-12-31", "in_force", False),
        ("2017-01-01", "unknown", False),
        ("2017-01-02", "expired", False),
    ],
)
def test_a_term_that_the_act_sets_itself_runs_out(on, answer, certain):
    act = read_act(RawDocument("act.txt", "0" * 64, "text", TERM))
    found = answer_from_events(derive_events(act, lambda _: None), datetime.date.fromisoformat(on), act.id)
    assert (found.answer, found.certain) == (answer, certain)


LOSS = BACKWARDS.replace("1. Үлгі бекітілсін.", "1. {order}").replace("{since}туындаған қатынастарға", "ол бәріне")
OLD = "Үлгі облысы Нұсқа ауданы әкімдігінің 2014 жылғы 5 мамырдағы № 77"


@pytest.mark.parametrize(
    ("order", "on", "answer", "certain"),
    [
        (f"{OLD} қаулысының күші жойылды деп танылсын.", "2016-08-01", "repealed", True),
        (f"{OLD} қаулысының 2017 жылғы 1 қаңтардан бастап күші жойылды деп танылсын.", "2016-12-31", "unknown", False),
        (f"{OLD} қаулысының 2017 жылғы 1 қаңтардан бастап күші жойылды деп танылсын.", "2017-01-01", "repealed", True),
        (f"{OLD} қаулысының 2016 жылғы 1 шілдеден бастап күші жойылды деп танылсын.", "2016-07-31", "unknown", False),
        (f"{OLD} қаулысының 2016 жылғы 1 шілдеден бастап күші жойылды деп танылсын.", "2016-08-01", "repealed", True),
        (
            f"2017 жылғы 1 қаңтардан бастап күші жойылды деп танылсын:\n      1) {OLD} қаулысы.",
            "2016-12-31",
            "unknown",
            False,
        ),
    ],
)
def test_a_repeal_may_tell_a_day_of_its_own(order, on, answer, certain):
    act = read_act(RawDocument("act.txt", "0" * 64, "text", LOSS.format(order=order)))
    events = derive_events(act, lambda ref: "old" if ref.number == "77" else None)
    found = answer_from_events(events, datetime.date.fromisoformat(on), "old")
    assert (found.answer, found.certain) == (answer, certain)


PART = f"{OLD} қаулысы 4-тармағының қолданысы"
WHOLE = f"{OLD} қаулысының қолданысы"
SUSPENDED = f"{WHOLE} 2017 жылғы 1 қаңтарға дейін тоқтатыла тұрсын."


@pytest.mark.parametrize(
    ("order", "on", "answer"),
    [
        (SUSPENDED, "2016-07-31", "in_force"),
        (SUSPENDED, "2016-08-01", "suspended"),
        (SUSPENDED, "2016-12-31", "suspended"),
        (SUSPENDED, "2017-01-01", "unknown"),
        (SUSPENDED, "2017-01-02", "in_force"),
        (f"{OLD} қаулысының қолданысы тоқтатыла тұрсын.", "2020-01-01", "suspended"),
        (f"{OLD} қаулысының қолданысы жаңартылсын.", "2016-08-01", "in_force"),
        (f"{PART} тоқтатыла тұрсын.", "2016-07-31", "in_force"),
        (f"{PART} тоқтатыла тұрсын.", "2020-01-01", "partly_suspended"),
        (f"{PART} 2017 жылғы 1 қаңтарға дейін тоқтатыла тұрсын.", "2016-12-31", "partly_suspended"),
        (f"{PART} 2017 жылғы 1 қаңтарға дейін тоқтатыла тұрсын.", "2017-01-01", "unknown"),
        (f"{PART} 2017 жылғы 1 қаңтарға дейін тоқтатыла тұрсын.", "2017-01-02", "in_force"),
        (f"{PART} жаңартылсын.", "2016-08-01", "in_force"),
        (
            f"{WHOLE} тоқтатыла тұрсын.\n      2. {PART} 2017 жылғы 1 қаңтарға дейін тоқтатыла тұрсын.",
            "2016-08-01",
            "suspended",
        ),
    ],
)
def test_an_act_suspends_another(order, on, answer):
    act = read_act(RawDocument("act.txt", "0" * 64, "text", LOSS.format(order=order)))
    old = read_act(RawDocument("old.txt", "1" * 64, "text", SUSPENDABLE))
    events = [
        event
        for each in (act, old)
        for event in derive_events(each, lambda ref: old.id if ref.number == "77" else None)
    ]
    found = answer_from_events(events, datetime.date.fromisoformat(on), old.id)
    assert (found.answer, found.certain) == (answer, False)


SUSPENDABLE = """Лимиттер туралы

Үлгі облысы Нұсқа ауданы әкімдігінің 2014 жылғы 5 мамырдағы № 77 қаулысы. Үлгі облысының Әділет департаментінде \
2014 жылғы 7 шілдеде № 770 болып тіркелді

      Нұсқа ауданының әкімдігі ҚАУЛЫ ЕТЕДІ:
      1. Үлгі бекітілсін.
      2. Осы қаулы 2014 жылғы 1 тамыздан бастап қолданысқа енгізіледі.
"""
