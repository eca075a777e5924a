"""CSV as the rules for machine-readable data ask for it: UTF-8 with BOM, CRLF."""

import codecs
import csv
from collections.abc import Iterable
from io import TextIOWrapper
from typing import BinaryIO

from plans.tables.guards import guarded
from welfare_plan.open_data.fields import Field, Table
from welfare_plan.open_data.formats.cells import text_of


def write_csv(out: BinaryIO, table: Table, rows: Iterable[tuple]) -> None:
    """The names of the fields in row 1, the data from row 2 on."""
    out.write(codecs.BOM_UTF8)
    text = TextIOWrapper(out, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.names)
    texts = [_harmless(field) for field in table.fields]
    for row in rows:
        writer.writerow([write(value) for write, value in zip(texts, row, strict=True)])
    text.flush()
    # Else closing the wrapper would close the stream with it.
    text.detach()


def _harmless(field: Field):
    """How a value is written so that no spreadsheet program runs it as a formula."""
    text = text_of(field)
    if field.kind not in ("string", "url"):
        return text
    return lambda value: guarded(text(value))
