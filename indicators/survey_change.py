"""Whether the share of one survey answer changed between two waves. Pure.

Percentages come in as Decimal points (30.2 means 30.2 %). The margin is that of the
difference of two proportions at 95 %; it is compared exactly, as a square, so that no
root and no float decides.
"""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from math import isqrt

_Z = Fraction(196, 100)


class Change(StrEnum):
    IMPROVED = "improved"
    WORSENED = "worsened"
    UNCHANGED = "unchanged"
    NOT_SURVEYED = "not_surveyed"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True)
class Wave:
    """One wave's result: the share in percent, how many answered, how it was asked.

    `n` is None where it is not known. `comparable` is False where wording, mode or
    sampling changed since the baseline; `self_selected` where anybody could answer.
    """

    fiscal_year: int
    percent: Decimal
    n: int | None = None
    comparable: bool = True
    self_selected: bool = False

    def printed(self, decimals: int) -> "Wave":
        """The same wave with its share as it is printed, half up."""
        step = Decimal(1).scaleb(-decimals)
        return replace(self, percent=self.percent.quantize(step, ROUND_HALF_UP))


@dataclass(frozen=True)
class SurveyChange:
    """The answer; `points` and `margin` are in percentage points, None if not tested.

    `for_reference` is True where a size was assumed or a count is below five.
    """

    change: Change
    points: Decimal | None = None
    margin_squared: Fraction | None = None
    for_reference: bool = False

    def margin(self, decimals: int) -> Decimal:
        """The margin in points, half up to the decimals."""
        scaled = self.margin_squared * 100**decimals * 4
        doubled = isqrt(scaled.numerator // scaled.denominator)
        return Decimal((doubled + 1) // 2).scaleb(-decimals)


def survey_change(
    baseline: Wave, latest: Wave | None, *, direction: str, assumed_n: int = 1000
) -> SurveyChange:
    """Compare the latest wave with the baseline; `direction`: increase or decrease."""
    if latest is None:
        return SurveyChange(Change.NOT_SURVEYED)
    if latest.self_selected or baseline.self_selected:
        return SurveyChange(Change.NOT_COMPARABLE)
    points = latest.percent - baseline.percent
    if (
        not latest.comparable
        or not (baseline.n is None or baseline.n > 0)
        or not (latest.n is None or latest.n > 0)
    ):
        return SurveyChange(Change.NOT_COMPARABLE, points)
    variance = sum(_variance(wave, assumed_n) for wave in (baseline, latest))
    margin_squared = _Z**2 * variance * 100**2
    is_small = Fraction(points) ** 2 < margin_squared or points == 0
    rose = points > 0
    change = Change.IMPROVED if rose == (direction == "increase") else Change.WORSENED
    return SurveyChange(
        Change.UNCHANGED if is_small else change,
        points,
        margin_squared,
        for_reference=any(_is_rough(wave, assumed_n) for wave in (baseline, latest)),
    )


def _variance(wave, assumed_n):
    share = Fraction(wave.percent) / 100
    return share * (1 - share) / (wave.n or assumed_n)


def _is_rough(wave, assumed_n):
    """A size that was assumed, or fewer than five people behind the share."""
    if wave.n is None:
        return True
    return wave.n * Fraction(wave.percent) / 100 < 5
