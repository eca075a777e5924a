"""Which numbers that were published of one value may no longer be shown. Pure."""

from collections.abc import Iterable

_WITHHELD = "suppressed"


def withheld_until(revisions: Iterable[tuple[int, str]]) -> int:
    """The newest revision that says 秘匿, 0 where none does.

    `revisions` are number and value state of one target's value of one year. A number
    older than the answer stays withheld for good, whatever is published after it.
    """
    return max((number for number, state in revisions if state == _WITHHELD), default=0)
