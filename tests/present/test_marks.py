from collections import Counter

import pytest

from regkb.extract.amendments import find_amendments
from regkb.extract.ordering_text import OrderingText
from regkb.present.marks import KINDS, collect_marks
from regkb.present.mentions import find_mentions, make_docs
from regkb.schemas.record import Act, Paragraph
from tests.present.specimen import make_act


@pytest.fixture(scope="module")
def act():
    return make_act()[0]


@pytest.fixture(scope="module")
def marks(act):
    return collect_marks(act)


def words_of(act, mark):
    return act.paragraphs[mark.paragraph].text[slice(*mark.span)]


def test_every_fact_with_words_of_its_own_is_marked(act, marks):
    counts = Counter(mark.kind for mark in marks)
    steps = [step for service in act.services for procedure in service.procedures for step in procedure.steps]
    limits = [limit for service in act.services for limit in service.time_limits]
    assert counts["reference"] == len(act.references)
    assert counts["duration"] == sum(len(one.durations) for one in [*steps, *limits])
    assert counts["actor"] == sum(step.actor is not None for step in steps)
    assert counts["label"] == sum(step.label is not None for step in steps)
    assert counts["result"] == sum(step.result is not None for step in steps)
    assert counts["step"] == sum(len(step.text.split("\n")) for step in steps)
    assert counts["role"] == sum(len(service.roles) for service in act.services)
    assert counts["signatory"] == 2
    assert set(counts) <= set(KINDS)


def test_marks_stand_on_the_words_of_their_facts(act, marks):
    for mark in marks:
        said = words_of(act, mark)
        if mark.kind in ("duration", "reference", "role", "actor"):
            assert said == mark.fact["text"]
        elif mark.kind == "result":
            assert said == mark.fact["result"]
        elif mark.kind in ("step", "limit"):
            assert said in mark.fact["text"]


def test_changes_are_marked_in_their_own_paragraph_and_the_wording_after_it():
    said = [
        ("point:1", "1. Регламентке өзгерістер енгізілсін:"),
        ("point:1/p", "4-тармақ мынадай редакцияда жазылсын:"),
        ("point:1/quote", "«4. Мерзімі – он күн.»;"),
        ("point:1/p", "6-тармақтағы «он» деген сөз «бес» деген сөзбен ауыстырылсын;"),
        ("point:1/p", "7-тармақ мынадай редакцияда жазылсын:"),
        ("point:1/quote", "«7. Алушы келеді."),
        ("point:1/quote", "Маман қабылдайды.»."),
    ]
    plain = [Paragraph(path=path, text=text) for path, text in said]
    act = Act(
        id="/akn/kz/act/resolution/ulgi/2016-06-02/275",
        language="kk",
        paragraphs=plain,
        amendments=find_amendments(OrderingText(plain, [], "kk"), [])[0],
    )
    marks = [mark for mark in collect_marks(act) if mark.kind == "amendment"]
    assert [(mark.paragraph, words_of(act, mark)) for mark in marks] == [
        (2, "4. Мерзімі – он күн."),
        (3, "он"),
        (3, "бес"),
        (5, "7. Алушы келеді."),
        (6, "Маман қабылдайды."),
    ]


def test_the_result_is_marked_where_it_is_stated(act, marks):
    [mark] = [mark for mark in marks if mark.kind == "result" and mark.fact["result"] == "бұрыштама"]
    assert act.paragraphs[mark.paragraph].text[: mark.span[0]].endswith("нәтижесі – ")


def test_mentions_of_roles_in_any_case(act):
    mentions = [(act.paragraphs[m.paragraph].path, words_of(act, m), m.fact["canonical"]) for m in find_mentions(act)]
    assert ("annex:1/section:2/point:5/subpoint:3", "жауапты орындаушымен", "responsible_executor") in mentions
    assert ("annex:1/section:3/point:8/subpoint:1", "басшыға", "provider_head") in mentions


def test_an_act_without_roles_has_no_mentions(act):
    assert find_mentions(act.model_copy(update={"services": []})) == []


@pytest.mark.parametrize(("name", "language"), [("regulation", "kk"), ("regulation_ru", "ru")])
def test_spans_in_the_exchange_format(name, language):
    from spacy.tokens import DocBin

    from regkb.lang.tokens import load_tokenizer

    act, _ = make_act(name, language)
    marks = collect_marks(act)
    docs = list(DocBin().from_bytes(make_docs(act, marks)).get_docs(load_tokenizer(language).vocab))
    assert [doc.text for doc in docs] == [paragraph.text for paragraph in act.paragraphs]
    assert [doc.user_data["path"] for doc in docs] == [paragraph.path for paragraph in act.paragraphs]
    found = Counter(span.label_ for doc in docs for span in doc.spans["facts"])
    assert found == Counter(mark.kind for mark in marks)
