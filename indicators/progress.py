"""Where a target stands. Pure arithmetic on plain values: no Django, no clock.

So far the site holds no yearly values, so this decides only what can be said without
one: which targets can ever be judged, and which wait for a report.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    MONITOR = "monitor"
    GOAL_STATEMENT = "goal_statement"
    GOAL_UNDECIDED = "goal_undecided"
    UNIT_CHECK = "unit_check"
    BASELINE_YEAR = "baseline_year"
    NOT_REPORTED = "not_reported"


@dataclass(frozen=True)
class Terms:
    """What a plan promised for one target.

    Values are in the printed units; fiscal years are the western year of their April.
    `mode` is goal, maintain or monitor, `goal_state` set, undecided or statement.
    """

    mode: str
    goal_state: str
    baseline: Decimal | None = None
    baseline_unit: str = ""
    baseline_year: int | None = None
    goal: Decimal | None = None
    goal_unit: str = ""
    unit_confirmed: bool = False


def standing_without_value(terms: Terms, *, year: int) -> Status:
    """The status in a finished fiscal year for which no value was published.

    The order is that of the evaluation rules: first hit wins.
    """
    if terms.mode == "monitor":
        return Status.MONITOR
    if terms.goal_state == "statement":
        return Status.GOAL_STATEMENT
    if terms.goal_state == "undecided" or terms.goal is None:
        return Status.GOAL_UNDECIDED
    if units_differ(terms):
        return Status.UNIT_CHECK
    has_start = terms.baseline is not None and terms.baseline_year is not None
    if has_start and year <= terms.baseline_year:
        return Status.BASELINE_YEAR
    return Status.NOT_REPORTED


def units_differ(terms: Terms) -> bool:
    """Whether the units are of different things and nobody has confirmed them.

    A /年 on one side alone is no difference; 人/年 and 回/年 differ.
    """
    if terms.unit_confirmed or terms.baseline is None or terms.goal is None:
        return False
    base, per = split_unit(terms.baseline_unit)
    goal_base, goal_per = split_unit(terms.goal_unit)
    return base != goal_base or bool(per and goal_per and per != goal_per)


def split_unit(unit: str) -> tuple[str, str]:
    """人／年 as ("人", "年"); a unit without a slash has no second part."""
    base, _, per = unicodedata.normalize("NFKC", unit).partition("/")
    return re.sub(r"\s", "", base), re.sub(r"\s", "", per)
