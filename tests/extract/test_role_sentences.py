import pytest

from regkb.extract.listings import read_points
from regkb.extract.provisions import Provision
from regkb.extract.role_sentences import read_role_sentences
from regkb.schemas.record import Paragraph

IN_PROCESS = "В процессе оказания государственной услуги"
CASES = [
    (
        f"6. {IN_PROCESS} участвуют сотрудник канцелярии, руководитель и ответственный исполнитель услугодателя.",
        ["office_clerk", "provider_head", "responsible_executor"],
    ),
    (f"6. {IN_PROCESS} задействованы руководитель, специалист.", ["provider_head", "specialist"]),
    (f"6. {IN_PROCESS} участвуют работники, которые сажают узоры.", []),
    (f"6. {IN_PROCESS} участвуют руководитель, узор.", []),
    (f"6. {IN_PROCESS} участвуют специалисты услугодателя.", []),
    (f"6. {IN_PROCESS} участвуют следующие работники: руководитель, специалист.", []),
]


@pytest.mark.parametrize(("text", "roles"), CASES)
def test_who_takes_part_is_read_from_a_sentence(text, roles):
    provision = Provision(0, Paragraph(path="annex:1/section:3/point:6", text=text))
    points = read_points([provision])
    assert [role.canonical for role in read_role_sentences(points, "ru")] == roles
