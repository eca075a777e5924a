"""When plans could be read by everybody: what a draft said is never told. Pure."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

PUBLIC = ("published", "archived")
# What one form saves with the state of its plan is saved just after it.
_ONE_FORM = timedelta(minutes=1)


class PublicTimes:
    """Made from (plan, moment, state), oldest first, of the history of plans."""

    def __init__(self, rows: Iterable[tuple[int, datetime, str]]):
        self._moments, self._was_public = defaultdict(list), defaultdict(list)
        for plan, moment, state in rows:
            is_public = state in PUBLIC
            if self._was_public[plan][-1:] != [is_public]:
                self._moments[plan].append(moment)
                self._was_public[plan].append(is_public)

    def has(self, plan: int, moment: datetime) -> bool:
        """Whether a plan was public at a moment, and had been when its form opened."""
        place = bisect_right(self._moments[plan], moment - _ONE_FORM)
        return bool(place) and self._was_public[plan][place - 1]
