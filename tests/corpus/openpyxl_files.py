"""Workbooks as scripts make them with openpyxl."""

import datetime
import io

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904


def _content(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def a_script_sheet():
    """Formulas that nothing has calculated, dates, rich text, comments."""
    book = Workbook()
    page = book.active
    page.title = "実績"
    page.append(["コード", "実績値"])
    page.append(["001", "=1+1"])
    page.append(["002", datetime.date(2026, 3, 31)])
    page.append(["003", datetime.datetime(2026, 3, 31, 13, 30)])
    page.append(["004", datetime.time(13, 30)])
    page.append(["005", True])
    page.append(["006", "#REF!"])
    page.append(["007", CellRichText("赤い", TextBlock(InlineFont(b=True), "太字"))])
    page["B9"] = 0.302
    page["B9"].number_format = "0.0%"
    page["A9"].comment = Comment("ここに注", "")
    page["B10"] = 1.0
    return _content(book)


def dates_from_1904():
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append([datetime.date(2026, 3, 31)])
    return _content(book)


def a_chart_sheet():
    book = Workbook()
    book.active.title = "実績"
    book.active.append(["コード", 1])
    book.create_chartsheet("グラフ").add_chart(BarChart())
    return _content(book)


def only_hidden_sheets():
    book = Workbook()
    book.active.title = "見える"
    book.create_sheet("隠れた").sheet_state = "veryHidden"
    book.active.sheet_state = "hidden"
    book.create_chartsheet("グラフ").add_chart(BarChart())
    book.active = 2
    return _content(book)


def many_hidden_sheets():
    book = Workbook()
    book.active.append(["コード"])
    for number in range(7):
        book.create_sheet(f"{number}月").sheet_state = "hidden"
    return _content(book)


def a_streamed_sheet():
    book = Workbook(write_only=True)
    page = book.create_sheet("実績")
    page.append(["コード", "実績値"])
    page.append([])
    page.append(["001", 940])
    return _content(book)


def nothing_at_all():
    return _content(Workbook())


OPENPYXL_FILES = {
    "openpyxl-script.xlsx": a_script_sheet,
    "openpyxl-1904.xlsx": dates_from_1904,
    "openpyxl-chart-sheet.xlsx": a_chart_sheet,
    "openpyxl-only-hidden.xlsx": only_hidden_sheets,
    "openpyxl-many-hidden.xlsx": many_hidden_sheets,
    "openpyxl-streamed.xlsx": a_streamed_sheet,
    "openpyxl-nothing.xlsx": nothing_at_all,
}
