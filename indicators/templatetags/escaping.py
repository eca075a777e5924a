"""Escaping for the rows that Python puts together, by the thousand on one page."""

import re
from html import escape as _escape

_MARKUP = re.compile("[&<>\"']")


def escape(text: str) -> str:
    """`html.escape`, which nearly all texts can go without: a third of its time."""
    return _escape(text) if _MARKUP.search(text) else text
