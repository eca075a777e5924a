"""Excel workbooks for offices to fill in: locked cells, lists to choose from, A4."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter

from plans.decimals import decimal_text
from plans.tables.guards import guarded
from plans.tables.sheets import Column, Sheet
from plans.tables.workbook.choice_lists import ChoiceLists
from plans.tables.workbook.text import escaped

_FONT = "游ゴシック"
_HEADING_FILL = PatternFill("solid", fgColor="DCE6F1")
_LOCKED_FILL = PatternFill("solid", fgColor="F2F2F2")
_A4 = 9
_NOTE_WIDTH, _NOTE_HEIGHT = 320, 160


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook whose text cells are texts, whatever they look like."""
    book = Workbook(write_only=True)
    lists = ChoiceLists(book)
    for sheet in sheets:
        _write_sheet(book, sheet, lists)
    lists.write()
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write_sheet(book, sheet, lists):
    page = book.create_sheet(sheet.name)
    is_protected = any(column.is_locked for column in sheet.columns)
    _set_up(page, sheet, is_protected)
    page.append([_heading(page, column) for column in sheet.columns])
    # One cell a column, filled anew for each row: styling each cell takes ten times
    # as long.
    cells = [_styled(page, column, is_protected) for column in sheet.columns]
    last = 1
    for last, row in enumerate(sheet.rows, start=2):
        page.append(_filled(page, cells, row, sheet.notes, last - 2))
    lists.add(page, sheet.columns)
    page.print_area = f"A1:{get_column_letter(len(sheet.columns))}{last}"


def _set_up(page, sheet, is_protected):
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    if is_protected:
        page.protection.enable()
        # Widths and filters stay free: they help to read and change nothing.
        page.protection.formatColumns = False
        page.protection.formatRows = False
        page.protection.autoFilter = False
    for number, column in enumerate(sheet.columns, start=1):
        dimension = page.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        # Also below the last row, where new rows are typed.
        dimension.number_format = column.number_format
        dimension.protection = Protection(locked=column.is_locked)


def _heading(page, column):
    cell = WriteOnlyCell(page)
    _fill(cell, column.heading)
    cell.font = Font(name=_FONT, bold=True)
    cell.fill = _HEADING_FILL
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    if column.note:
        cell.comment = _comment(column.note)
    return cell


def _styled(page, column: Column, is_protected):
    cell = WriteOnlyCell(page)
    cell.font = Font(name=_FONT)
    cell.number_format = column.number_format
    cell.alignment = Alignment(wrap_text=column.wraps, vertical="top")
    cell.protection = Protection(locked=column.is_locked)
    if column.is_locked and is_protected:
        cell.fill = _LOCKED_FILL
    return cell


def _filled(page, cells, row, notes, index):
    filled = []
    for number, (cell, value) in enumerate(zip(cells, row, strict=True)):
        note = notes.get((index, number))
        if note:
            cell = _copy_of(page, cell)
            cell.comment = _comment(note)
        _fill(cell, value)
        filled.append(cell)
    return filled


def _copy_of(page, cell):
    copy = WriteOnlyCell(page)
    copy._style = cell._style
    return copy


def _fill(cell, value):
    if value is None or value == "":
        cell.value = None
    elif isinstance(value, str):
        cell.value = escaped(guarded(value))
        # Else "#N/A" would become an error and not a text.
        cell.data_type = "s"
    else:
        cell.value = int(value) if value == int(value) else decimal_text(value)
        cell.data_type = "n"


def _comment(text):
    return Comment(text, "", width=_NOTE_WIDTH, height=_NOTE_HEIGHT)
