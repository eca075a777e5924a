"""Anything that the rules may be asked to judge, for hypothesis.

Values have at most twelve digits before the point and the target's own decimals after
it, as the database and the forms allow.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from indicators.progress_values import Goal, Observed, Settings, Terms

FIRST, LAST = 2015, 2040
STATES = (
    "collecting",
    "not_implemented",
    "suppressed",
    "not_applicable",
    "unknown",
    "undecided",
    "discontinued",
)

years = st.integers(FIRST, LAST)
days = st.dates(date(FIRST, 1, 1), date(LAST + 2, 12, 31))
units = st.sampled_from(["", "人", "人／年", "回/年", "%", "か所"])
shares = st.integers(0, 1000).map(lambda thousandths: Decimal(thousandths) / 1000)


def values(decimals, limit=10**12):
    """Small numbers meet each other often; huge ones reach the ends of the field."""
    last = limit * 10**decimals - 1
    digits = st.integers(-40, 40) | st.integers(-last, last)
    return digits.map(lambda whole: Decimal(whole).scaleb(-decimals))


@st.composite
def any_settings(draw):
    slight, on = sorted([draw(shares), draw(shares)])
    return Settings(on, slight, draw(shares.filter(lambda share: share < 1)))


@st.composite
def any_terms(draw):
    """Every mode, any value missing, revised goals, milestones in any year."""
    decimals = draw(st.integers(0, 4))
    number = values(decimals)
    goals = [
        Goal(
            draw(st.none() | number),
            draw(st.none() | years),
            draw(units),
            draw(st.sampled_from(["set", "set", "undecided", "statement"])),
            effective_from,
        )
        for effective_from in [None, *draw(st.lists(years, max_size=2, unique=True))]
    ]
    return Terms(
        goals=tuple(draw(st.permutations(goals))),
        mode=draw(st.sampled_from(["goal", "goal", "maintain", "monitor"])),
        direction=draw(st.sampled_from(["increase", "decrease", ""])),
        decimals=decimals,
        baseline=draw(st.none() | number),
        baseline_year=draw(st.none() | years),
        baseline_unit=draw(units),
        unit_confirmed=draw(st.booleans()),
        milestones=draw(st.dictionaries(years, number, max_size=3)),
    )


def any_rows(decimals):
    rows = st.builds(
        Observed,
        number=st.none() | values(decimals),
        state=st.sampled_from(["", "", *STATES]),
        provisional=st.booleans(),
        break_in_series=st.booleans(),
    )
    return st.dictionaries(years, rows, max_size=6)


@st.composite
def any_case(draw):
    """Terms and the other arguments of the function, all drawn freely."""
    target = draw(any_terms())
    rows = draw(any_rows(target.decimals))
    year = draw(years | st.sampled_from([*rows, LAST]))
    rest = {"year": year, "as_of": draw(days)}
    return target, rows, {**rest, "settings": draw(any_settings())}


@st.composite
def any_path(draw):
    """A target on its way: (terms, year), all that a verdict needs, only no actual."""
    decimals = draw(st.integers(0, 4))
    number = values(decimals, limit=10**6)
    baseline = draw(number)
    goal = draw(number.filter(lambda value: value != baseline))
    start = draw(st.integers(FIRST, LAST - 2))
    end = draw(st.integers(start + 1, LAST))
    between = st.integers(start + 1, max(start + 1, end - 1))
    milestones = st.dictionaries(between, number, max_size=3)
    target = Terms(
        goals=(Goal(goal, end, "人"),),
        decimals=decimals,
        baseline=baseline,
        baseline_year=start,
        baseline_unit="人",
        milestones=draw(milestones) if end - start > 1 else {},
    )
    return target, draw(st.integers(start + 1, end + 2))


def mirrored(target):
    """The same target with every number's sign turned: rising becomes falling."""
    turned = {"increase": "decrease", "decrease": "increase", "": ""}
    return replace(
        target,
        baseline=negative(target.baseline),
        direction=turned[target.direction],
        goals=tuple(replace(g, value=negative(g.value)) for g in target.goals),
        milestones={year: -value for year, value in target.milestones.items()},
    )


def negative(value):
    return None if value is None else -value
