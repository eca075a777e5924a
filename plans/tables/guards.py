"""Text that a spreadsheet program would run as a formula, made harmless and back.

A ' goes before any text that begins with a dangerous character, or with ' and then one:
so each guarded text has one ' more than the text itself, and `unguarded` is exact.
"""

import re

# The line feed and the full-width forms are taken for formulas by some programs.
_DANGEROUS = "=+\\-@\t\r\n＝＋－＠"
_TO_GUARD = re.compile(f"'*[{_DANGEROUS}]")
_GUARDED = re.compile(f"'+[{_DANGEROUS}]")
_PLAIN_NUMBER = re.compile(r"[+-](?:[0-9]+(?:,[0-9]{3})*)(?:\.[0-9]+)?%?")


def guarded(text: str) -> str:
    """The text as it may stand in a file; plain numbers such as -5 stay numbers."""
    if not _TO_GUARD.match(text) or _PLAIN_NUMBER.fullmatch(text):
        return text
    return f"'{text}"


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return text[1:] if _GUARDED.match(text) else text
