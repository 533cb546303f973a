import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.signatures import read_signatures
from regkb.schemas.record import Paragraph
from tests.extract.gold_file import gold


def people(signatories):
    return [[person.position, person.name] for person in signatories]


@pytest.mark.parametrize("case", gold("signatures"), ids=lambda case: " ".join(case["paragraphs"])[:60])
def test_signatures_as_written(case):
    paragraphs = [Paragraph(path="signature", text=text) for text in case["paragraphs"]]
    read = read_signatures(paragraphs, case["language"])
    assert people(read.signatories) == case["signed"]
    assert people(read.agreed_by) == case["agreed"]


def test_only_the_act_itself_is_read():
    paragraphs = [Paragraph(path="annex:1/p", text="Облыс әкімі А. Баталов")]
    assert read_signatures(paragraphs, "kk") == ([], [])


NAMES = st.sampled_from(["А. Баталов", "З.Ж. Тастемірова", "Ә.Әсілбеков", "Ю. Ильин", "Дж. Әли-Заде"])
POSITIONS = st.sampled_from(["Облыс әкімі", "Қалалық мәслихат хатшысы", "Министр", "Сессия төрағасы"])


@given(st.lists(st.tuples(POSITIONS, NAMES), min_size=1, max_size=4), st.booleans())
def test_every_signer_comes_back(signers, one_line):
    texts = [" ".join(signer) for signer in signers] if one_line else [part for signer in signers for part in signer]
    read = read_signatures([Paragraph(path="signature", text=text) for text in texts], "kk")
    assert people(read.signatories) == [list(signer) for signer in signers]
