"""A downloaded sheet, filled in as offices do it."""

import io
from contextlib import contextmanager

from openpyxl import load_workbook


@contextmanager
def edited(content: bytes):
    """The figures of a workbook, and what is saved of it afterwards.

    Gives (cell, save): `cell(code, heading)` is one to be written to.
    """
    book = load_workbook(io.BytesIO(content))
    page = book["実績"]
    rows = {
        row[0].value.rpartition("/")[2]: row[0].row
        for row in page.iter_rows()
        if row[0].value and "/" in str(row[0].value)
    }
    headings = next(row for row in page.iter_rows() if row[0].value == "コード")
    places = {cell.value: cell.column for cell in headings}

    def cell(code, heading):
        return page.cell(rows[code], places[heading])

    def save():
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    yield cell, page, save


def filled_in(content: bytes) -> bytes:
    """Full width, units, 集計中, a lone dash, a total below, a column, a title."""
    with edited(content) as (cell, page, save):
        cell("1-1", "実績値").value = "４１メニュー"
        cell("2-1", "実績値").value = "集計中"
        cell("2-2", "実績値").value = "－"
        cell("4-2", "実績値").value = "△５"
        cell("4-2", "注記").value = "登録の更新後"
        last = page.max_row + 1
        page.cell(last, 1).value = "合計"
        cell_of_total = page.cell(last, cell("1-1", "実績値").column)
        cell_of_total.value = 831
        page.cell(1, page.max_column + 1).value = "係のメモ"
        page.insert_rows(1)
        page["A1"].value = "令和6年度　調査票（地域福祉課）"
        page.merge_cells("A1:F1")
        return save()


def mended(content: bytes) -> bytes:
    """What was refused, put right in the same file."""
    with edited(content) as (cell, page, save):
        cell("2-2", "実績値").value = "６，４００回"
        cell("4-2", "実績値").value = "790人"
        page.delete_rows(page.max_row)
        return save()
