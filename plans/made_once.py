"""What a worker makes of stored rows once for each revision, and keeps until the next.

The revision is read before the rows: an edit in between leaves what is new under the
old number, which the next page replaces. What is old under a new number cannot be.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")
_all: list["MadeOnce"] = []


class MadeOnce(Generic[Made]):
    """What `make` reads from the database, for the revision asked for last."""

    def __init__(self, make: Callable[[], Made]):
        self._make = make
        self._kept: tuple[int, Made] | None = None
        _all.append(self)

    def at(self, revision: int | None) -> Made:
        """What stood at a revision; None before the first, where nothing is kept."""
        kept = self._kept
        if kept is not None and kept[0] == revision:
            return kept[1]
        made = self._make()
        if revision is not None:
            self._kept = revision, made
        return made

    def forget(self) -> None:
        self._kept = None


def forget_all() -> None:
    """As after a restart."""
    for made in _all:
        made.forget()
