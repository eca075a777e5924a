"""Errors of a filled-in template name sheet, row and column, and say what to do."""

import io
from datetime import datetime

import pytest
from openpyxl import load_workbook

from plans.tables import FileError
from tests.staff_records import a_person
from tests.welfare_plan.new_plans.workbooks import ROWS, a_plan_import, changed, filled
from welfare_plan.new_plans.importing import receive
from welfare_plan.new_plans.template import template

pytestmark = pytest.mark.django_db


def errors(**rows):
    return a_plan_import(**rows).content["errors"]


@pytest.mark.parametrize(
    ("sheet", "number", "cells", "said"),
    [
        ("計画", 0, {"計画の名称": None}, "2行目「計画の名称」：空欄です"),
        ("計画", 0, {"最初の年度": "9年度"}, "2行目「最初の年度」：「9年度」には元号"),
        ("計画", 0, {"最後の年度": "R8"}, "最後の年度は、最初の年度以後"),
        ("計画", 0, {"発行者の種類": "市"}, "「市区町村」「社会福祉協議会」から"),
        ("計画", 0, {"発行者の種類": None}, "「隣市」は登録されていません"),
        ("計画", 0, {"全国地方公共団体コード": "12"}, "6桁の半角数字"),
        ("計画", 0, {"アドレス用の名前": "となり"}, "2行目「アドレス用の名前」"),
        ("基本方針", 1, {"名称": None, "説明": "あ"}, "3行目「名称」：空欄です"),
        ("基本方針", 1, {"コード": "柱2"}, "3行目「コード」：コードは半角の英数字"),
        ("基本施策", 0, {"基本方針": "9"}, "2行目「基本方針」：「9」は、シート"),
        ("基本施策", 0, {"基本方針": None}, "2行目「基本方針」：空欄です"),
        ("取組目標", 0, {"基準値": "約10～12人"}, "2行目「基準値」：「約10～12人」"),
        ("取組目標", 0, {"目標値": "たくさん"}, "2行目「目標値」：「たくさん」は数"),
        ("取組目標", 0, {"単位": None}, "2行目「単位」：空欄です"),
        ("取組目標", 0, {"目標年度": "R5"}, "目標年度は、基準年度より後"),
        ("取組目標", 0, {"めざす向き": "上"}, "「増やす」「減らす」から"),
        ("評価項目", 0, {"基準値（％）": "130"}, "2行目「基準値（％）」"),
    ],
)
def test_a_wrong_cell_is_named_with_its_remedy(sheet, number, cells, said):
    found = errors(**changed(sheet, number, **cells))

    assert any(line.startswith(f"シート「{sheet}」") and said in line for line in found)


def test_every_error_is_told_at_once_and_once():
    rows = {
        **changed("計画", **{"最初の年度": "9年度"}),
        **changed("基本方針", 1, 名称=None, 説明="あ"),
        **changed("取組目標", 0, 基準値="たくさん"),
    }

    found = errors(**rows)

    places = [line.partition("：")[0] for line in found]
    assert places == [
        "シート「計画」2行目「最初の年度」",
        "シート「基本方針」3行目「名称」",
        "シート「取組目標」2行目「基準値」",
    ]


def test_rows_below_a_row_without_a_place_are_not_blamed():
    found = errors(**changed("基本施策", 基本方針="9"))

    assert [line.partition("：")[0] for line in found] == [
        "シート「基本施策」2行目「基本方針」"
    ]


def test_a_code_that_stands_twice_and_a_name_that_means_two_rows_are_told():
    twice = [{"コード": "1", "名称": "同じ"}, {"コード": "1", "名称": "同じ"}]

    found = errors(基本方針=twice, **changed("基本施策", 基本方針="同じ"))

    assert "シート「基本方針」3行目「コード」：「1」は上の行にもあります" in found[0]
    assert any("「同じ」は2つ以上あります" in line for line in found)


def test_codes_that_are_written_are_kept_and_gaps_are_filled():
    rows = [{"名称": "甲"}, {"コード": "１", "名称": "乙"}, {"名称": "丙"}]

    content = a_plan_import(基本方針=rows, **changed("基本施策", 基本方針="乙")).content

    codes = {
        each["fields"]["title"]: each["fields"]["code"]
        for each in content["records"]
        if each["sheet"] in ("基本方針", "基本施策")
    }
    assert codes == {"甲": "2", "乙": "1", "丙": "3", "見守り": "1-1"}


def test_a_row_that_is_marked_as_an_example_is_not_read():
    rows = [{"コード": "記入例", "名称": "みんなで"}, *ROWS["基本方針"]]

    content = a_plan_import(基本方針=rows).content

    assert content["errors"] == []
    assert "みんなで" not in str(content)


def test_a_date_that_excel_made_of_a_code_is_refused():
    book = load_workbook(io.BytesIO(filled()))
    page = book["基本施策"]
    page["B2"].value = datetime(2027, 1, 1)
    page["B2"].number_format = "yyyy-mm-dd"
    out = io.BytesIO()
    book.save(out)

    found = receive("a.xlsx", out.getvalue(), by=a_person("計画担当"))

    assert "「コード」：Excelが日付に変えています" in found.content["errors"][0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空"),
        (b"\x00\x01", "。"),
        ("名称,コード\nあ,1\n".encode(), "シートがありません"),
    ],
    ids=["empty", "rubbish", "csv"],
)
def test_what_is_no_workbook_of_a_plan_is_refused(content, said):
    with pytest.raises(FileError, match=said):
        receive("a.xlsx", content, by=a_person("計画担当"))


def test_the_blank_template_says_what_is_missing():
    found = receive("a.xlsx", template(), by=a_person("計画担当"))

    assert found.content["errors"] == [
        "シート「計画」2行目：計画を1行だけ書いてください。"
    ]


@pytest.mark.django_db
def test_a_file_without_a_plan_blames_no_other_row():
    found = a_plan_import(計画=[])

    assert found.content["errors"] == [
        "シート「計画」2行目：計画を1行だけ書いてください。"
    ]


def test_errors_come_in_the_order_of_the_file():
    rows = changed("基本施策", 基本方針="9") | changed("取組目標", 目標年度="14年度")

    assert [said[:11] for said in errors(**rows)] == [
        "シート「基本施策」2行",
        "シート「取組目標」2行",
    ]
