import pytest

from regkb.extract.signature_lines import is_signature
from regkb.schemas.stages import Block


@pytest.mark.parametrize(
    ("lines", "signs"),
    [
        (["Аудан әкімі", "Б. Үлгібаев"], True),
        (["Б. Үлгібаев И. Үлгіұлы"], True),
        (["Үлгі облысының Б. Үлгібаев"], True),
        (["Қаулының орындалуын бақылау маған жүктелсін.", "3. Осы қаулы күшіне енеді."], False),
    ],
)
def test_an_office_and_a_name_sign(lines, signs):
    blocks = [Block(text, (), "body") for text in lines]
    assert is_signature(blocks, 0, "kk") == signs
