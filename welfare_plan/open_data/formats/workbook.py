"""An Excel workbook with a sheet for each table; texts are never formulas."""

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.writer.excel import ExcelWriter

from plans.decimals import decimal_text
from plans.tables.workbook.text import escaped
from welfare_plan.open_data.fields import Field, Table
from welfare_plan.open_data.formats.cells import text_of
from welfare_plan.open_data.formats.steady_zip import NO_MOMENT, SteadyZip

# Excel counts in units of UTF-16, of which an emoji has two.
_ROOM = 32_767
_CUT = "…（このセルに入らない続きは、CSVとJSONにあります）"


def write_workbook(
    out: BinaryIO, title: str, sheets: Iterable[tuple[Table, Iterable[tuple]]]
) -> None:
    """One sheet after the other; no more than a row of them is held at a time."""
    book = Workbook(write_only=True)
    for table, rows in sheets:
        _write_sheet(book.create_sheet(table.name), table, rows)
    book.properties.title = title
    book.properties.creator = ""
    # The day of writing would make each file another one.
    book.properties.created = book.properties.modified = datetime(*NO_MOMENT)
    with SteadyZip(out) as archive:
        ExcelWriter(book, archive).write_data()


def _write_sheet(page, table, rows):
    page.freeze_panes = "A2"
    page.append(table.names)
    # One cell a column, filled anew for each row.
    columns = [(WriteOnlyCell(page), _filling(field)) for field in table.fields]
    for row in rows:
        page.append(
            [
                None if value is None or value == "" else fill(cell, value)
                for (cell, fill), value in zip(columns, row, strict=True)
            ]
        )
    page.close()


def _filling(field: Field):
    """What puts a value into a cell and gives that cell."""
    if field.kind in ("integer", "number"):
        return _with_number
    if field.kind == "boolean":
        return _with_truth
    text = text_of(field)
    return lambda cell, value: _with_text(cell, text(value))


def _with_text(cell, text):
    cell.value = escaped(_fitting(text))
    # Else "=1" would become a formula and "#N/A" an error.
    cell.data_type = "s"
    return cell


def _with_number(cell, value):
    cell.value = decimal_text(value)
    cell.data_type = "n"
    return cell


def _with_truth(cell, value):
    cell.value = bool(value)
    return cell


def _fitting(text):
    if len(text) <= _ROOM // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= _ROOM * 2:
        return text
    kept = units[: (_ROOM - len(_CUT)) * 2]
    return kept.decode("utf-16-le", "ignore") + _CUT
