"""Whether a value is likely, beside last year's, the baseline and the goal.

A doubt never blocks: the person looks again, and confirms or corrects.
"""

from decimal import Decimal
from fractions import Fraction

from indicators.figures import figure_text, number_text
from indicators.units import split_unit
from plans.decimals import decimal_text
from plans.typed_text import Doubt

# A slipped digit multiplies by ten; where the true value also halved, by five.
_SLIP = 5
# Below this, a fall to nothing is an ordinary year.
_MANY = 10
_MOST_OF_THE_GAP = Fraction(3, 2)


def doubts_about(
    value: Decimal,
    *,
    previous: Decimal | None,
    baseline: Decimal | None,
    goal: Decimal | None,
    measure_type: str,
    decimals: int,
    unit: str,
) -> tuple[Doubt, ...]:
    """What to look at again; empty where nothing is odd or nothing is known.

    `previous` is the value of the fiscal year before; `unit` as printed (人／年).
    """
    base_unit = split_unit(unit)[0]

    def figure(number):
        return figure_text(number, decimals, base_unit)

    doubts = _slipped_digit(value, previous, figure) or _far_from_the_path(
        value, baseline, goal, figure
    )
    if measure_type == "cumulative":
        doubts += _falling_total(value, previous, baseline, figure)
    return doubts


def _slipped_digit(value, previous, figure):
    if not previous or value * previous < 0:
        return ()
    if value == 0:
        said = f"前年度は{figure(previous)}でした。0で間違いないか確かめてください。"
        return (Doubt("fell_to_zero", said),) if abs(previous) >= _MANY else ()
    times = abs(Fraction(value) / Fraction(previous))
    if times >= _SLIP:
        compared = f"{_about(times, 1)}倍"
    elif times <= Fraction(1, _SLIP):
        compared = f"{_about(1 / times, 0)}分の1"
    else:
        return ()
    said = f"前年度（{figure(previous)}）の{compared}です。けた数を確かめてください。"
    return (Doubt("slipped_digit", said),)


def _far_from_the_path(value, baseline, goal, figure):
    if baseline is None or goal is None or goal == baseline:
        return ()
    share = Fraction(value - baseline) / Fraction(goal - baseline)
    if abs(share) <= _MOST_OF_THE_GAP:
        return ()
    way = "同じ" if share > 0 else "逆の"
    said = (
        f"基準値（{figure(baseline)}）からの変化が、目標（{figure(goal)}）までの"
        f"変化と{way}向きに{_about(abs(share), 1)}倍です。値を確かめてください。"
    )
    return (Doubt("far_from_the_path", said),)


def _falling_total(value, previous, baseline, figure):
    earlier, name = (
        (previous, "前年度") if previous is not None else (baseline, "基準値")
    )
    if earlier is None or value >= earlier:
        return ()
    said = (
        f"累計が{name}（{figure(earlier)}）より{figure(earlier - value)}減っています。"
        "この年度だけの値ではないか確かめてください。"
    )
    return (Doubt("falling_total", said),)


def _about(times: Fraction, decimals: int) -> str:
    """約10.7, or 10 where it is exactly that."""
    rounded = Decimal(number_text(_decimal(times), decimals).replace(",", ""))
    text = f"{Decimal(decimal_text(rounded)):,f}"
    return text if Fraction(rounded) == times else f"約{text}"


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
