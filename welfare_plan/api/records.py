"""Rows of the open data as records of the API: the same names and values."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from welfare_plan.open_data.fields import Field
from welfare_plan.open_data.formats.cells import moment_text


def record_of(fields: Sequence[Field], row: Iterable) -> dict:
    """Empty values are null."""
    pairs = zip(fields, row, strict=True)
    return {field.name: value_of(value) for field, value in pairs}


def value_of(value):
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return moment_text(value)
    return value.isoformat() if isinstance(value, date) else value
