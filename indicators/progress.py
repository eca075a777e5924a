"""Where a target stands in one fiscal year. Pure arithmetic: no Django, no clock.

Numbers come in as Decimal, are reckoned with as Fraction and never as float. Every
rule is a branch of `_Case.decide`, in the order in which it is decided; the first hit
wins. What cannot be computed is said, never invented. The formula is our own
definition (docs/decisions/0005-progress-rules.md): the plans publish figures, not a
formula. Fiscal years are the western year of their April.
"""

import math
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from indicators.progress_values import (
    Judgement,
    Observed,
    Settings,
    Status,
    Terms,
)

_NO_EXPECTED = {
    Status.DISCONTINUED,
    Status.NOT_COMPARABLE,
    Status.GOAL_UNDECIDED,
    Status.GOAL_STATEMENT,
    Status.UNIT_CHECK,
    Status.NO_BASELINE,
}


DEFAULT_SETTINGS = Settings()


def judge(
    terms: Terms,
    observed: Mapping[int, Observed],
    *,
    year: int,
    as_of: date,
    settings: Settings = DEFAULT_SETTINGS,
) -> Judgement:
    """Judge one target in one fiscal year.

    `observed` holds the approved rows of all years (public callers: the published
    ones); `as_of` is the Japanese date on which a year counts as over or not.
    """
    case = _Case(terms, observed, year, as_of, settings)
    status, why = case.decide()
    return case.answer(status, why)


class _Case:
    """One target in one year, with the names of the rules: b, g, v, yb, yg, s."""

    def __init__(self, terms, observed, year, as_of, settings):
        self.terms, self.observed, self.settings = terms, observed, settings
        self.year, self.as_of = year, as_of
        self.goal = terms.goal_in(year)
        self.row = observed.get(year, Observed())
        self.b = _fraction(terms.baseline)
        self.g = _fraction(self.goal.value if self.goal.state == "set" else None)
        self.v = _fraction(self.row.value)
        self.yb, self.yg = terms.baseline_year, self.goal.year

    def decide(self) -> tuple[Status, str]:
        """The status, and a refinement for not_assessable."""
        beyond_judging = self._beyond_judging()
        if beyond_judging is not None:
            is_watched = beyond_judging == Status.MONITOR
            return beyond_judging, self.row.state if is_watched else ""
        if self.v is None:
            return self._missing()
        if self.terms.is_kept_in(self.year):
            return self._kept()
        if self.b is None:
            return (Status.ACHIEVED if self._met() else Status.NO_BASELINE), ""
        return self._on_the_way()

    def _beyond_judging(self):
        """The status of a target that no value could give a verdict in this year."""
        if self._is_discontinued():
            return Status.DISCONTINUED
        if self._has_broken_series():
            return Status.NOT_COMPARABLE
        if self.terms.mode == "monitor":
            return Status.MONITOR
        if self.goal.state == "statement":
            return Status.GOAL_STATEMENT
        if self.g is None:
            return Status.GOAL_UNDECIDED
        if self.terms.has_unit_in_doubt(self.year):
            return Status.UNIT_CHECK
        if self.b is not None and self.yb is not None and self.year <= self.yb:
            return Status.BASELINE_YEAR
        return None

    def _missing(self):
        if not year_is_over(self.year, self.as_of):
            return Status.NOT_DUE, ""
        if self.row.state == "collecting":
            return Status.COLLECTING, ""
        if self.row.state:
            return Status.NOT_ASSESSABLE, self.row.state
        return Status.NOT_REPORTED, ""

    def _kept(self):
        if self._met():
            return Status.MAINTAINED, ""
        if not self.terms.direction:
            return Status.NOT_ASSESSABLE, "no_direction"
        return Status.NOT_MAINTAINED, ""

    def _on_the_way(self):
        has_years = self.yb is not None and self.yg is not None
        if has_years and self.yg <= self.yb:
            return Status.NOT_ASSESSABLE, "no_years"
        if (self.v - self.g) * self.sign >= 0:
            return Status.ACHIEVED, ""
        if not has_years:
            return Status.NOT_ASSESSABLE, "no_years"
        if self.year >= self.yg:
            return Status.NOT_ACHIEVED, ""
        if (self.v - self.line(self.settings.k_on)) * self.sign >= 0:
            return Status.ON_TRACK, ""
        if (self.v - self.line(self.settings.k_slight)) * self.sign >= 0:
            return Status.SLIGHTLY_BEHIND, ""
        if self.progress() >= -_fraction(self.settings.regress_tol):
            return Status.BEHIND, ""
        return Status.REGRESSED, ""

    def _met(self):
        """On the good side of the goal by the direction set by hand, or equal."""
        if self.v == self.g or not self.terms.direction:
            return self.v == self.g
        return (self.v > self.g) == (self.terms.direction == "increase")

    def _is_discontinued(self):
        """An end that no later number took back."""
        ended = False
        for year in sorted(year for year in self.observed if year <= self.year):
            row = self.observed[year]
            if row.state == "discontinued":
                ended = True
            elif row.value is not None:
                ended = False
        return ended

    def _has_broken_series(self):
        """A break that the baseline stands before."""
        return any(
            row.break_in_series and (self.yb is None or self.yb < year)
            for year, row in self.observed.items()
            if year <= self.year
        )

    @property
    def sign(self):
        return 1 if self.g > self.b else -1

    def progress(self):
        return (self.v - self.b) / (self.g - self.b)

    def expected(self):
        """The value of the path in the year, or None where it cannot be drawn.

        Straight pieces through the baseline, the milestones and the goal; after the
        goal year it stays at the goal.
        """
        known = None not in (self.b, self.g, self.yb, self.yg)
        if not known or self.yg <= self.yb or self.year < self.yb:
            return None
        if self.year >= self.yg:
            return self.g
        points = [(self.yb, self.b)]
        points += sorted(
            (year, Fraction(value))
            for year, value in self.terms.milestones.items()
            if self.yb < year < self.yg
        )
        points.append((self.yg, self.g))
        for (y0, v0), (y1, v1) in zip(points, points[1:], strict=False):
            if self.year <= y1:
                return v0 + (v1 - v0) * Fraction(self.year - y0, y1 - y0)
        raise AssertionError("the goal year ends the path")

    def line(self, share):
        """The value from which a share of the expected change counts, made lenient.

        Where a planned dip lies on the wrong side of the baseline, the path itself.
        """
        expected = self.expected()
        line = self.b + _fraction(share) * (expected - self.b)
        if (expected - self.b) * self.sign < 0:
            line = expected
        step = 10**self.terms.decimals
        rounded = math.floor if self.sign > 0 else math.ceil
        return Fraction(rounded(line * step), step)

    def answer(self, status, why):
        """The status with every number of its sum that can be given."""
        has_no_path = status in _NO_EXPECTED or self._has_level()
        expected = None if has_no_path else self.expected()
        in_goal_mode = self.terms.mode == "goal" and self.b not in (None, self.g)
        judged = status in {
            Status.ACHIEVED,
            Status.ON_TRACK,
            Status.SLIGHTLY_BEHIND,
            Status.BEHIND,
            Status.REGRESSED,
            Status.NOT_ACHIEVED,
        }
        has_path = judged and in_goal_mode and expected is not None
        return Judgement(
            status=status,
            year=self.year,
            goal=self.goal,
            value=self.row.value,
            provisional=self.row.provisional and self.row.value is not None,
            why=why,
            expected=expected,
            line_on=self.line(self.settings.k_on) if has_path else None,
            line_slight=self.line(self.settings.k_slight) if has_path else None,
            progress=self.progress() if has_path else None,
            attainment=self._attainment(status),
        )

    def _has_level(self):
        """A level that is kept has no path to it; what is only watched has one."""
        return self.terms.mode != "monitor" and self.terms.is_kept_in(self.year)

    def _attainment(self, status):
        """The share of the goal, only where no baseline gives a better measure."""
        if status not in {Status.ACHIEVED, Status.NO_BASELINE} or self.b is not None:
            return None
        if self.terms.direction != "increase" or self.g <= 0 or self.v < 0:
            return None
        return self.v / self.g


def year_is_over(year: int, as_of: date) -> bool:
    """Whether a fiscal year has ended: from 1 April of the next one on."""
    return as_of >= date(year + 1, 4, 1)


def _fraction(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)
