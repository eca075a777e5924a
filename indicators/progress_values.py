"""The values that `indicators.progress` reckons with: what goes in, what comes out.

Plain frozen values, checked on creation; no Django, no arithmetic.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from indicators.units import units_differ

# Saved with every published judgement; raised when a rule below changes.
RULE_VERSION = "1"


class Status(StrEnum):
    ACHIEVED = "achieved"
    MAINTAINED = "maintained"
    ON_TRACK = "on_track"
    SLIGHTLY_BEHIND = "slightly_behind"
    BEHIND = "behind"
    NOT_ACHIEVED = "not_achieved"
    NOT_MAINTAINED = "not_maintained"
    REGRESSED = "regressed"
    MONITOR = "monitor"
    NO_BASELINE = "no_baseline"
    GOAL_UNDECIDED = "goal_undecided"
    GOAL_STATEMENT = "goal_statement"
    UNIT_CHECK = "unit_check"
    NOT_DUE = "not_due"
    COLLECTING = "collecting"
    NOT_REPORTED = "not_reported"
    NOT_ASSESSABLE = "not_assessable"
    NOT_COMPARABLE = "not_comparable"
    DISCONTINUED = "discontinued"
    BASELINE_YEAR = "baseline_year"


@dataclass(frozen=True)
class Settings:
    """A plan's own limits: shares of the expected path, and of the gap for 後退."""

    k_on: Decimal = Decimal("0.95")
    k_slight: Decimal = Decimal("0.60")
    regress_tol: Decimal = Decimal("0.05")

    def __post_init__(self):
        if not 0 <= self.k_slight <= self.k_on <= 1 or not 0 <= self.regress_tol < 1:
            raise ValueError("0 <= k_slight <= k_on <= 1 and 0 <= regress_tol < 1")


@dataclass(frozen=True)
class Goal:
    """One version of a goal: what holds from `effective_from` on; None is the first.

    `state` is set, undecided or statement; only a set goal uses `value`, and `text` is
    the goal of a statement.
    """

    value: Decimal | None = None
    year: int | None = None
    unit: str = ""
    state: str = "set"
    effective_from: int | None = None
    text: str = ""


@dataclass(frozen=True)
class Terms:
    """What a plan promised for one target, in the printed units.

    `mode`: goal, maintain or monitor; `direction`: increase, decrease or empty. `goals`
    are all versions, `milestones` maps fiscal years to interim goals.
    """

    goals: tuple[Goal, ...]
    mode: str = "goal"
    direction: str = ""
    decimals: int = 0
    baseline: Decimal | None = None
    baseline_year: int | None = None
    baseline_unit: str = ""
    unit_confirmed: bool = False
    milestones: Mapping[int, Decimal] = field(default_factory=dict)

    def goal_in(self, year: int) -> Goal:
        """The newest version that held in a fiscal year."""
        if len(self.goals) == 1:
            return self.goals[0]
        held = [g for g in self.goals if (g.effective_from or 0) <= year]
        return max(held or self.goals, key=lambda goal: goal.effective_from or 0)

    def unit_in(self, year: int) -> str:
        """The unit of a value of the year: that of the goal, else of the baseline."""
        return self.goal_in(year).unit or self.baseline_unit

    def has_unit_in_doubt(self, year: int) -> bool:
        """Whether baseline and goal differ in their units, and nobody has said why."""
        goal = self.goal_in(year)
        if self.unit_confirmed or None in (self.baseline, goal.value):
            return False
        return goal.state == "set" and units_differ(self.baseline_unit, goal.unit)

    def is_kept_in(self, year: int) -> bool:
        """Whether a level is to be kept: no path leads to it, no share is reckoned."""
        value = self.goal_in(year).value
        return self.mode == "maintain" or (value is not None and value == self.baseline)


@dataclass(frozen=True)
class Observed:
    """One year's approved row: a number, or a state that says why there is none.

    `state` is empty, collecting, not_implemented, suppressed, not_applicable, unknown,
    undecided or discontinued. A row with both has no number: the state wins.
    """

    number: Decimal | None = None
    state: str = ""
    provisional: bool = False
    break_in_series: bool = False

    @property
    def value(self) -> Decimal | None:
        return None if self.state else self.number


@dataclass(frozen=True)
class Judgement:
    """The answer for one target and year, with the numbers of its own sum.

    `expected`, the lines and the shares are exact; rounding is for display. `progress`
    is 0 at the baseline and 1 at the goal, not clamped; `attainment` is value / goal
    and only given where there is no baseline. `why` refines not_assessable.
    """

    status: Status
    year: int
    goal: Goal
    value: Decimal | None = None
    provisional: bool = False
    why: str = ""
    expected: Fraction | None = None
    line_on: Fraction | None = None
    line_slight: Fraction | None = None
    progress: Fraction | None = None
    attainment: Fraction | None = None
    rule_version: str = RULE_VERSION
