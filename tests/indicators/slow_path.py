"""The path of a target and its lines, reckoned slowly and obviously."""

from fractions import Fraction


def slow_expected(target, year):
    """The path, walked a year at a time from one known point to the next."""
    goal = target.goals[0]
    known = {target.baseline_year: target.baseline, **target.milestones}
    known[goal.year] = goal.value
    at, value = target.baseline_year, Fraction(target.baseline)
    while at < min(year, goal.year):
        ahead = min(point for point in known if point > at)
        value += (Fraction(known[ahead]) - value) / (ahead - at)
        at += 1
    return value


def slow_line(target, year, share):
    """The line of a share of the planned change, on the grid of printed values."""
    start, expected = Fraction(target.baseline), slow_expected(target, year)
    rising = target.goals[0].value > target.baseline
    planned = expected - start if rising else start - expected
    wanted = planned if planned < 0 else planned * Fraction(share)
    exact = start + wanted if rising else start - wanted
    steps = exact * 10**target.decimals
    lenient = steps // 1 if rising else -((-steps) // 1)
    return Fraction(lenient, 10**target.decimals)
