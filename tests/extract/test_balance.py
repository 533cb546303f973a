import pytest

from regkb.extract.balance import find_unbalanced_quotes
from regkb.schemas.record import Paragraph


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        ([("point:1", "1. «Үлгі» туралы» № 5 қаулының күші жойылсын.")], ["point:1"]),
        ([("preamble", "В соответствии с приказом № 5 «Об утверждении «Правил» акимат области")], ["preamble"]),
        ([("annex:1/section:1/point:2/p", "«Үлгі» порталы» арқылы")], ["annex:1/section:1/point:2/p"]),
        ([("point:1", "1. «Үлгі «Өрнек» туралы» қаулы.")], []),
        ([("point:1", '1. "Үлгі" туралы" қаулы.')], []),
        ([("annex:1/table", "«Үлгі | өрнек"), ("annex:1/stamp", "«Үлгі"), ("annex:1/title", "Үлгі»")], []),
        ([("point:1/quote", "«4. Үлгі:"), ("point:1/quote", "бес күн.»;")], []),
        ([("point:1/quote", "«4. Үлгі:"), ("point:1/quote", "бес «күн.»;"), ("point:2", "2.")], ["point:1/quote"]),
        (
            [("point:1/quote", "«4. Үлгі:"), ("point:1/quote", "күн.»;"), ("point:1", "1"), ("point:1/quote", "«5.")],
            ["point:1/quote"],
        ),
    ],
)
def test_provisions_whose_quotation_marks_do_not_balance(paragraphs, wanted):
    found = find_unbalanced_quotes([Paragraph(path=path, text=text) for path, text in paragraphs])
    assert [doubt.at for doubt in found] == wanted
    assert {(doubt.code, doubt.severity) for doubt in found} <= {("quote_unbalanced", "info")}
