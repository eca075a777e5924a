"""Files of offices: any usual encoding is read, nothing becomes a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.csv_text import UnreadableFile, file_of, rows_of

TABLE = "ログイン名,氏名\r\nf001,見本 花子\r\n"
ROWS = [["ログイン名", "氏名"], ["f001", "見本 花子"]]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp932"])
def test_a_table_is_read_in_any_usual_encoding(encoding):
    assert rows_of(TABLE.encode(encoding)) == ROWS


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TABLE.encode("euc-jp"), id="EUC-JP"),
        pytest.param(TABLE.encode("iso-2022-jp"), id="ISO-2022-JP"),
        pytest.param(TABLE.encode("utf-16"), id="UTF-16"),
        pytest.param(b"PK\x03\x04\x00\x00", id="a workbook"),
        pytest.param(b'login,"name\n', id="an open quotation mark"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(content):
    with pytest.raises(UnreadableFile, match="ください"):
        rows_of(content)


@pytest.mark.parametrize("cell", ["=1+1", "+81", "-5", "@x", "=HYPERLINK(0)"])
def test_a_cell_that_looks_like_a_formula_is_guarded_and_reads_back(cell):
    content = file_of([[cell]])

    assert content.decode("utf-8-sig").strip() == f"'{cell}"
    assert rows_of(content) == [[cell]]


cells = st.text(st.characters(exclude_categories=["Cs", "Co", "Cc"]), max_size=12).map(
    str.strip
)


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_is_written_reads_back(rows):
    plain = [["" if cell.startswith("'") else cell for cell in row] for row in rows]

    assert rows_of(file_of(plain)) == plain
