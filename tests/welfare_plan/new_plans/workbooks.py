"""A second city's workbook: the template, filled in with openpyxl."""

import io

from openpyxl import load_workbook

from tests.staff_records import a_person
from welfare_plan.new_plans.importing import receive
from welfare_plan.new_plans.template import template

ROWS = {
    "計画": [
        {
            "計画の名称": "第4期 隣市地域福祉計画",
            "地域": "隣市",
            "発行者": "隣市",
            "発行者の種類": "市区町村",
            "全国地方公共団体コード": "999997",
            "計画の種類": "行政計画",
            "最初の年度": "令和9年度",
            "最後の年度": "Ｒ１４",
            "アドレス用の名前": "tonari-4",
            "1段目の呼び名": "柱",
        }
    ],
    "基本方針": [{"名称": "支え合う地域"}, {"名称": "安心できる暮らし"}],
    "基本施策": [{"基本方針": "支え合う地域", "名称": "見守り"}],
    "主な取組": [
        {
            "基本施策": "1-1",
            "名称": "見守り活動への支援",
            "具体的な取組": "見守り講座\n団体の交流会",
            "担当課": "福祉課",
        }
    ],
    "取組目標": [
        {
            "主な取組": "1-1-1",
            "名称": "講座の参加者",
            "基準値": "９０４人",
            "単位": "人／年",
            "基準年度": "R7",
            "目標値": "1,100",
            "目標年度": "令和14年度",
            "めざす向き": "増やす",
        },
        {"主な取組": "見守り活動への支援", "名称": "交流会の回数", "目標値": "未定"},
        {"主な取組": "1-1-1", "言葉による目標": "だれも孤立しない地域をつくる"},
    ],
    "評価項目": [
        {
            "基本方針": "1",
            "評価項目（問い）": "近所の人と助け合っている",
            "数える回答": "そう思う",
            "基準値（％）": "30.2%",
            "基準年度": "令和7年度",
            "めざす向き": "増やす",
        }
    ],
}


def filled(blank: bytes | None = None, **changed) -> bytes:
    """The template with the rows; `changed` replaces those of whole sheets."""
    book = load_workbook(io.BytesIO(blank or template()))
    for name, rows in {**ROWS, **changed}.items():
        page = book[name]
        columns = {cell.value: cell.column for cell in page[1]}
        for number, row in enumerate(rows, start=2):
            for heading, value in row.items():
                page.cell(number, columns[heading], value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(sheet: str, number: int = 0, **cells) -> dict:
    """The rows of a sheet with other cells in one of them."""
    rows = [dict(row) for row in ROWS[sheet]]
    rows[number].update(cells)
    return {sheet: rows}


def a_plan_import(**rows):
    return receive("計画.xlsx", filled(**rows), by=a_person("計画担当"))
