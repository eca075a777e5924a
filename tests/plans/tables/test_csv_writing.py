"""CSV that Excel opens, and what CP932 cannot say."""

from decimal import Decimal

import pytest

from plans.tables import Column, FileError, write_csv
from plans.tables.cp932 import substituted

COLUMNS = [Column("コード"), Column("値", is_number=True)]


def test_the_file_has_a_mark_that_excel_knows_and_windows_line_ends():
    content = write_csv(COLUMNS, [["001", Decimal("0.50")]])

    assert content == "\ufeffコード,値\r\n001,0.5\r\n".encode()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("↗", "上昇"),
        ("↘", "低下"),
        ("A—B", "A―B"),
        ("子ども·若者", "子ども・若者"),
        ("㋿7年", "令和7年"),
        ("10〜12", "10～12"),
        ("か\u3099", "が"),
    ],
)
def test_cp932_gets_another_way_to_write_the_same(text, written):
    content = write_csv(COLUMNS, [[text, None]], "cp932")

    assert content.decode("cp932").splitlines()[1] == f"{written},"


def test_a_minus_is_a_hyphen_in_a_column_of_numbers_alone():
    content = write_csv(COLUMNS, [["5−3", "−5"]], "cp932")

    assert content.decode("cp932").splitlines()[1] == "5－3,-5"


def test_what_cp932_lacks_is_refused_with_its_place():
    with pytest.raises(FileError) as caught:
        write_csv(COLUMNS, [["a", 1], ["子ども❤𠮷", 2]], "cp932")

    assert str(caught.value) == (
        "3行目「コード」の「❤𠮷」は、CP932（シフトJIS）では書けません。"
        "「CSV UTF-8」かExcelの形式で取り出してください。"
    )


def test_what_was_written_otherwise_can_be_said():
    assert substituted("㋿7年 ↗ 5人") == {"㋿": "令和", "↗": "上昇"}
