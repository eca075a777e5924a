"""What is written reads back as the same texts, in each format."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.decimals import decimal_text
from plans.tables import Column, Sheet, read_tables, write_csv, write_xlsx
from plans.tables.cp932 import cp932_text, lacking

COLUMNS = [Column("コード"), Column("文"), Column("注記")]
HEADING = tuple(column.heading for column in COLUMNS)
# Without what no form and no database takes: NUL, ESC, halves of characters.
allowed = st.characters(
    exclude_categories=["Cs", "Co"], exclude_characters="\0\x1b\ufffe\uffff"
)
texts = st.text(allowed, max_size=12) | st.text(
    st.sampled_from("'\"=+-@,;\t\r\n 　_x000D1あ"), max_size=10
)
tables = st.lists(st.tuples(texts, texts, texts), max_size=6)


@given(tables)
def test_csv_reads_back_as_it_was(rows):
    (table,) = read_tables("a.csv", write_csv(COLUMNS, rows))

    assert table.rows == [HEADING, *rows]


@settings(deadline=None)
@given(tables)
def test_a_workbook_reads_back_as_it_was(rows):
    content = write_xlsx([Sheet("実績", COLUMNS, rows)])

    (table,) = read_tables("a.xlsx", content)

    assert table.rows == without_empty_end([HEADING, *rows])
    assert table.marks == {}


@given(tables)
def test_cp932_reads_back_as_it_was_written(rows):
    known = [tuple("" if lacking(text) else text for text in row) for row in rows]

    (table,) = read_tables("a.csv", write_csv(COLUMNS, known, "cp932"), HEADING)

    assert table.rows == [HEADING, *(tuple(map(cp932_text, row)) for row in known)]


@pytest.mark.parametrize("text", ["", "=1", "a\tb;c", '"', "\r\n"])
def test_one_column_reads_back_as_it_was(text):
    (table,) = read_tables("a.csv", write_csv(COLUMNS[:1], [[text], ["x"]]))

    assert table.rows == [("コード",), (text,), ("x",)]


@settings(deadline=None)
@given(st.decimals(-(10**9), 10**9, places=4))
def test_a_number_reads_back_with_all_its_digits(number):
    columns = [Column("値", is_number=True)]
    book = write_xlsx([Sheet("実績", columns, [[number]])])
    text = decimal_text(number)

    assert read_tables("a.xlsx", book)[0].rows[1] == (text,)
    assert read_tables("a.csv", write_csv(columns, [[number]]))[0].rows[1] == (text,)
    assert Decimal(text) == number


def without_empty_end(rows):
    while rows and not any(rows[-1]):
        rows = rows[:-1]
    return rows
