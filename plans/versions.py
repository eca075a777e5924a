"""Versions of records: whether, and where, one changed since somebody opened it.

A version is made from what is stored and is kept nowhere, so that every model has
one. It is one short piece for each stored field, which tells the fields apart.
"""

import base64
import hashlib
import json
from datetime import UTC, datetime
from decimal import Decimal

from plans.decimals import decimal_text

_PIECE = 6  # characters, of 6 bits each


def version_of(record) -> str:
    """The version of a record; equal to that of another state with equal content."""
    return "".join(_piece(field, record) for field in record._meta.concrete_fields)


def changed_fields(version: str | None, record) -> set[str]:
    """The names of the fields whose content is not that of the version.

    All of them for what is no version of this model, or one of an older release.
    """
    fields = record._meta.concrete_fields
    if version is None or len(version) != _PIECE * len(fields):
        return {field.name for field in fields}
    return {
        field.name
        for number, field in enumerate(fields)
        if version[number * _PIECE :][:_PIECE] != _piece(field, record)
    }


def _piece(field, record) -> str:
    """A digest of a field's name and content, as a form or a database gives it."""
    value = field.to_python(getattr(record, field.attname))
    text = f"{field.name}\0{_text(value)}".encode(errors="surrogatepass")
    return base64.urlsafe_b64encode(hashlib.sha256(text).digest())[:_PIECE].decode()


def _text(value) -> str:
    """One text for one content: 904 and 904.0000 are one, None and '' are two."""
    match value:
        case None:
            return "none"
        case Decimal():
            return "=" + decimal_text(value)
        case datetime():
            return "=" + value.astimezone(UTC).isoformat()
        case dict() | list():
            return "=" + json.dumps(value, sort_keys=True)
    return f"={value}"
