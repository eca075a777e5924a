"""JSON: a list of records, one a line. Texts keep their line breaks."""

import json
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from typing import Any, BinaryIO

from plans.decimals import decimal_text
from welfare_plan.open_data.fields import Field, Table
from welfare_plan.open_data.formats.cells import text_of


def write_json(out: BinaryIO, table: Table, rows: Iterable[tuple]) -> None:
    text = TextIOWrapper(out, encoding="utf-8", newline="")
    names = [f"{_quoted(field.name)}: " for field in table.fields]
    values = [_value_of(field) for field in table.fields]
    between = "[\n"
    for row in rows:
        members = ", ".join(
            [
                name + write(value)
                for name, write, value in zip(names, values, row, strict=True)
            ]
        )
        text.write(f"{between}{{{members}}}")
        between = ",\n"
    text.write("[]\n" if between == "[\n" else "\n]\n")
    text.flush()
    # Else closing the wrapper would close the stream with it.
    text.detach()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


# Numbers are written by their digits: as a float one of 16 digits would change.
_LITERALS: dict[str, Callable[[Any], str]] = {
    "string": _quoted,
    "url": _quoted,
    "integer": str,
    "number": decimal_text,
}


def _value_of(field: Field) -> Callable[[Any], str]:
    text = text_of(field)
    write = _LITERALS.get(field.kind)
    if field.kind == "boolean":
        write = text
    elif write is None:
        write = lambda value: _quoted(text(value))  # noqa: E731
    return lambda value: "null" if value is None or value == "" else write(value)
