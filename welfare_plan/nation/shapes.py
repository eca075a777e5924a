"""The shapes of invented targets, and their values year by year. Pure.

Every value comes from a random generator that the caller seeds.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

BASELINE_YEAR, GOAL_YEAR = 2018, 2028
YEARS = range(2019, 2026)


@dataclass(frozen=True)
class Shape:
    """How targets of a kind are counted: the range of the baseline, and how much the
    goal is above it, both as (least, most); the change is a share of the baseline."""

    unit: str
    measure_type: str
    baseline: tuple[int, int] = (0, 0)
    change: tuple[float, float] = (0.1, 0.4)
    decimals: int = 0
    mode: str = "goal"
    goal_state: str = "set"
    has_baseline: bool = True


SHAPES = {
    "people": Shape("人／年", "flow", (120, 2400)),
    "times": Shape("回／年", "flow", (24, 600)),
    "registered": Shape("人", "stock", (40, 900)),
    "places": Shape("か所", "stock", (8, 60), (0.2, 0.6)),
    "ratio": Shape("%", "ratio", (30, 60), (0.2, 0.6), decimals=1),
    "falling": Shape("人／年", "flow", (30, 90), (-0.5, -0.2)),
    "kept": Shape("%", "ratio", (90, 95), (0, 0), decimals=1, mode="maintain"),
    "watched": Shape("件／年", "flow", (40, 300), (0.05, 0.2), mode="monitor"),
    "words": Shape("", "", goal_state="statement", has_baseline=False),
    "undecided": Shape("回／年", "flow", (10, 50), goal_state="undecided"),
    "no_baseline": Shape("人／年", "flow", (60, 400), has_baseline=False),
}
# What of a hundred values is no number, in the newest year and in others.
_COLLECTING, _NOT_IMPLEMENTED = 4, 2


@dataclass(frozen=True)
class Figures:
    """The printed figures of one target, and by year its number or its state."""

    baseline: Decimal | None
    goal: Decimal | None
    values: dict[int, Decimal | str]


def figures(shape: Shape, random: Random) -> Figures:
    """Invented figures; a target in words has none."""
    if shape.goal_state == "statement":
        return Figures(None, None, {})
    baseline = _rounded(random.uniform(*shape.baseline), shape)
    change = _rounded(float(baseline) * random.uniform(*shape.change), shape)
    if shape.mode == "goal" and shape.change[0] > 0:
        change = max(change, Decimal(2))
    return Figures(
        baseline=baseline if shape.has_baseline else None,
        goal=baseline + change if shape.goal_state == "set" else None,
        values=_values(baseline, change, shape, random),
    )


def _values(baseline, change, shape, random):
    """On the way to the goal, faster or slower from target to target."""
    pace = random.choice((-0.2, 0.3, 0.7, 0.9, 1.0, 1.05, 1.2, 1.5))
    wobble = float(baseline) * 0.01
    found = {}
    for year in YEARS:
        share = (year - BASELINE_YEAR) / (GOAL_YEAR - BASELINE_YEAR)
        number = float(baseline) + float(change) * share * pace
        found[year] = _or_state(year, random) or _rounded(
            max(number + random.uniform(-wobble, wobble), 0), shape
        )
    return found


def _or_state(year, random):
    chance = random.randrange(100)
    if year == YEARS[-1] and chance < _COLLECTING:
        return "collecting"
    if year != YEARS[-1] and chance < _NOT_IMPLEMENTED:
        return "not_implemented"
    return ""


def _rounded(number: float, shape: Shape) -> Decimal:
    """In the decimals of the shape; a share of everybody is 100 at most."""
    if shape.measure_type == "ratio":
        number = min(number, 100)
    step = Decimal(1).scaleb(-shape.decimals)
    return Decimal(repr(number)).quantize(step, rounding=ROUND_HALF_UP)
