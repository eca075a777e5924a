"""Values as they stand in a cell: one datum, no line break, digits alone. Pure."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone

from plans.decimals import decimal_text
from welfare_plan.open_data.fields import Field

# Line breaks of every kind, tabs and what else cannot be seen or is not allowed in XML.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+")


def one_line(text: str) -> str:
    """The text with one blank for each line break or control character in it.

    Blanks at the ends, which only shape how a text looks, are dropped.
    """
    if _CONTROL.search(text):
        pieces = (piece.strip() for piece in _CONTROL.split(text))
        return " ".join(filter(None, pieces))
    return text.strip()


def moment_text(moment: datetime) -> str:
    """2026-09-01T12:00:00+09:00, in Japan time."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _iso(day) -> str:
    return day.isoformat()


_TEXTS: dict[str, Callable[[Any], str]] = {
    "string": one_line,
    "url": one_line,
    "integer": str,
    "number": decimal_text,
    "boolean": _truth,
    "date": _iso,
    "datetime": moment_text,
}


def text_of(field: Field) -> Callable[[Any], str]:
    """How a value of the field is written; an empty one is an empty text."""
    write = _TEXTS[field.kind]
    return lambda value: "" if value is None or value == "" else write(value)
