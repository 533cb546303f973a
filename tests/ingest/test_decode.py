import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.errors import UnreadableDocument
from regkb.ingest.decode import decode_text

KAZAKH = "Үлгі облысы әкімдігінің қаулысы. Көрсетілетін қызмет регламентін бекіту туралы.\n" * 4
RUSSIAN = "Постановление акимата Образцовой области. Об утверждении регламента государственной услуги.\n" * 4


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048"])
def test_text_comes_back_from_every_encoding_that_can_hold_it(text, encoding):
    assert decode_text(text.encode(encoding)) == text


def test_big_endian_with_its_mark():
    assert decode_text(codecs.BOM_UTF16_BE + KAZAKH.encode("utf-16-be")) == KAZAKH


def test_russian_in_windows_1251():
    assert decode_text(RUSSIAN.encode("cp1251")) == RUSSIAN


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (KAZAKH.encode("cp1251", errors="replace"), "letters were lost"),
        (
            KAZAKH.translate(str.maketrans("әғқңөұүһҮ", "агкноуухУ")).encode("cp1251"),
            "has lost the letters",
        ),
        (RUSSIAN.encode("koi8-r"), "encoding is none of"),
        (RUSSIAN.encode("cp866"), "encoding is none of"),
        (KAZAKH.encode()[:-1] + b"\xd0", "damaged UTF-8 at byte"),
        (codecs.BOM_UTF16_LE + KAZAKH.encode("utf-16-le")[:-1], "damaged UTF-16-LE"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x01\x02\x03\x04" * 50, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(data, reason):
    with pytest.raises(UnreadableDocument) as caught:
        decode_text(data)
    assert reason in caught.value.reason
    assert caught.value.remedy


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data):
    try:
        assert decode_text(data).strip()
    except UnreadableDocument as error:
        assert error.remedy
