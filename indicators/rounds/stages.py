"""When a department is reminded of what it owes. Pure: days in, days out."""

from collections.abc import Iterator
from datetime import date, timedelta

BEFORE = (30, 7, 1)  # days before the due date
AFTER = (1, 7)  # days after it; then every so often
EVERY = 30
GAP = timedelta(days=5)  # nobody is written to twice within it


def stages(opens_on: date, due_on: date, until: date) -> Iterator[date]:
    """The days on which reminders are due, from the opening on, oldest first."""
    offsets = [*(-days for days in BEFORE), *AFTER]
    late = (until - due_on).days
    offsets += range(AFTER[-1] + EVERY, late + 1, EVERY)
    for offset in offsets:
        day = due_on + timedelta(days=offset)
        if opens_on <= day <= until:
            yield day


def is_due(today: date, opens_on: date, due_on: date, last: date | None) -> bool:
    """Whether somebody who was last written to on `last` is reminded today.

    A stage that was missed is made up for: the newest one counts, the others are
    gone. One that falls too near to the last message waits until the gap is over.
    """
    newest = max(stages(opens_on, due_on, today), default=None)
    if newest is None or (last is not None and last >= newest):
        return False
    return not is_too_soon(today, last)


def is_too_soon(today: date, last: date | None) -> bool:
    return last is not None and today < last + GAP


def next_possible(last: date) -> date:
    """The first day on which somebody may be written to again."""
    return last + GAP
