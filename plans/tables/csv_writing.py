"""CSV that Excel opens as it is, in UTF-8 with BOM or in CP932."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from plans.decimals import decimal_text
from plans.tables.cp932 import cp932_text, lacking
from plans.tables.guards import guarded
from plans.tables.sheets import Column, Value
from plans.tables.values import FileError
from plans.typed_text import quoted

Encoding = Literal["utf-8-sig", "cp932"]
# Quoted although no comma needs it: else a reader might part the cells at these.
_TO_QUOTE = re.compile('[",;\t\r\n]|^ | $')
_MINUS = str.maketrans("−－", "--")


def write_csv(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    encoding: Encoding = "utf-8-sig",
) -> bytes:
    """A heading row, then the rows. Raises FileError for what CP932 cannot write."""
    lines = [_line(_cell(column.heading, False) for column in columns)]
    for number, row in enumerate(rows, start=2):
        cells = [
            _cell(value, column.is_number)
            for column, value in zip(columns, row, strict=True)
        ]
        if encoding == "cp932":
            cells = [
                _in_cp932(cell, number, column)
                for cell, column in zip(cells, columns, strict=True)
            ]
        lines.append(_line(cells))
    return "".join(lines).encode(encoding)


def _cell(value, is_number):
    if value is None:
        return ""
    if not isinstance(value, str):
        return decimal_text(value)
    return guarded(value.translate(_MINUS) if is_number else value)


def _in_cp932(cell, number, column):
    if missing := lacking(cell):
        raise FileError(
            f"{number}行目「{column.heading}」の{quoted(missing)}は、CP932（シフトJIS）"
            "では書けません。「CSV UTF-8」かExcelの形式で取り出してください。"
        )
    return cp932_text(cell)


def _line(cells):
    texts = list(cells)
    # A lone empty cell would be an empty line, which reads as no cells at all.
    if texts == [""]:
        return '""\r\n'
    return ",".join(_quoted(text) for text in texts) + "\r\n"


def _quoted(text):
    if not _TO_QUOTE.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'
