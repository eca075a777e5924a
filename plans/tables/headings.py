"""The words at the top of a table, whatever their width and blanks."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

# Titles and remarks may stand above the headings.
_FIRST_ROWS = 20
_ENOUGH = 2


def same_word(text: str) -> str:
    """A heading or code without differences of width and blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def headings_found(rows: Sequence[Sequence[str]], headings: Iterable[str]) -> int:
    """How many of the headings stand at the top."""
    known = {same_word(word) for word in headings}
    top = {same_word(cell) for row in rows[:_FIRST_ROWS] for cell in row}
    return len(known & top)


def stand_at_the_top(rows: Sequence[Sequence[str]], headings: Iterable[str]) -> bool:
    """Whether at least two of the headings do (or the only one)."""
    words = set(headings)
    return headings_found(rows, words) >= min(_ENOUGH, len(words))
