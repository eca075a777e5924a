"""The rules for machine-readable data, asked of the bytes of a file.

行政データにおける機械可読性に関するルール: each check says in a sentence what it found.
A file that obeys gives an empty list.
"""

import codecs
import csv
import io
import re

from plans.fiscal_year import era_text
from welfare_plan.open_data.code_lists import CODE_LISTS
from welfare_plan.open_data.fields import Field, Table

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_SHAPES = {
    "integer": re.compile(r"-?[0-9]+"),
    "number": re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    "boolean": re.compile("true|false"),
    "date": re.compile(_DAY),
    "datetime": re.compile(_DAY + r"T[0-9]{2}:[0-9]{2}:[0-9]{2}\+09:00"),
    "url": re.compile(r"(https?://|/)\S+"),
}


def faults_of_csv(data: bytes, table: Table) -> list[str]:
    """All that a CSV file does against the rules."""
    faults = list(_faults_of_bytes(data))
    if faults:
        return faults
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return [*_faults_of_heading(rows, table), *faults_of_rows(rows[1:], table)]


def _faults_of_bytes(data):
    if not data.startswith(codecs.BOM_UTF8):
        yield "no BOM at the beginning"
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        yield "not UTF-8"
        return
    if not text.endswith("\r\n"):
        yield "the last line does not end with CRLF"
    if re.search("[\r\n]", text.replace("\r\n", "")):
        yield "a line break that is not CRLF"
    if "\ufeff" in text:
        yield "a second BOM"


def _faults_of_heading(rows, table):
    if not rows or rows[0] != list(table.names):
        yield "row 1 is not the heading of the schema"
    for name in table.names:
        if not _NAME.fullmatch(name):
            yield f"the name {name} is not ASCII"
    if len(set(table.names)) != len(table.names):
        yield "a name comes twice"


def faults_of_rows(rows: list[list[str]], table: Table) -> list[str]:
    """What is wrong in the cells of a table, given as texts."""
    faults, keys = [], set()
    places = [table.names.index(name) for name in table.primary_key]
    for number, row in enumerate(rows, start=2):
        if len(row) != len(table.fields):
            faults.append(f"row {number} has {len(row)} cells")
            continue
        for field, cell in zip(table.fields, row, strict=True):
            faults += [
                f"row {number}, {field.name}: {said}"
                for said in _faults_of_cell(field, cell)
            ]
        faults += [f"row {number}: {said}" for said in _faults_of_row(table, row)]
        key = tuple(row[place] for place in places)
        if key in keys:
            faults.append(f"row {number}: the key {key} comes twice")
        keys.add(key)
    return faults


def _faults_of_cell(field: Field, cell: str):
    if not cell:
        if field.required:
            yield "empty"
        return
    if _UNSEEN.search(cell):
        yield "a line break or a control character"
    if cell != cell.strip():
        yield "a blank at an end"
    shape = _SHAPES.get(field.kind)
    if shape and not shape.fullmatch(cell):
        yield f"{cell!r} is no {field.kind}"
    if field.codes and cell not in CODE_LISTS[field.codes].entries:
        yield f"{cell!r} is not in the list {field.codes}"
    if field.name == "municipality_code" and not re.fullmatch("[0-9]{6}", cell):
        yield f"{cell!r} is no municipality code"


def _faults_of_row(table, row):
    """What the cells of a row say of each other."""
    cells = dict(zip(table.names, row, strict=True))
    for name, cell in cells.items():
        era = cells.get(f"{name}_wareki")
        if era is not None and era != (era_text(int(cell)) if cell.isdigit() else ""):
            yield f"{name}: {cell} is not {era}"
    if {"value", "value_state"} <= cells.keys():
        if bool(cells["value"]) == bool(cells["value_state"]):
            yield "neither a value nor a reason for its absence, or both"
        if cells["value"] and not cells["unit"]:
            yield "a value without a unit"


def faults_of_years(table: Table) -> list[str]:
    """Every fiscal year has the year of the era beside it."""
    names = list(table.names)
    return [
        f"{name} has no column in the era beside it"
        for place, name in enumerate(names)
        if name.endswith("fiscal_year")
        and names[place + 1 : place + 2] != [f"{name}_wareki"]
    ]


def faults_of_sheet(sheet, table: Table) -> list[str]:
    """All that a sheet of an opened workbook does against the rules."""
    faults = []
    if sheet.merged_cells.ranges:
        faults.append("merged cells")
    rows = [
        [
            _text(cell, field, faults)
            for cell, field in zip(row, table.fields, strict=True)
        ]
        for row in sheet.iter_rows(min_row=2, max_col=len(table.fields))
    ]
    heading = [cell.value for cell in sheet[1]]
    return [
        *faults,
        *_faults_of_heading([heading], table),
        *faults_of_rows(rows, table),
    ]


def _text(cell, field, faults):
    """A cell as CSV would say it, its type looked at on the way."""
    if cell.value is None:
        return ""
    expected = {"integer": "n", "number": "n", "boolean": "b"}.get(field.kind, "s")
    if cell.data_type != expected:
        faults.append(f"{cell.coordinate} is of the type {cell.data_type}")
    if isinstance(cell.value, bool):
        return str(cell.value).lower()
    return str(cell.value)
