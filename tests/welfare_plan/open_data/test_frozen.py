"""The numbers of a frozen judgement are those that visitors read."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from indicators.judged_years import progress_text
from indicators.judgement_words import expected_text
from indicators.progress import judge
from indicators.progress_values import Goal, Observed, Terms
from plans.decimals import decimal_places
from welfare_plan.open_data import frozen

YEARS = st.integers(2024, 2035)


@st.composite
def judgements(draw):
    """A target of any figures, judged in any year after its baseline."""
    decimals = draw(st.integers(0, 4))
    numbers = st.decimals(
        min_value=-(10**9), max_value=10**9, places=decimals, allow_nan=False
    )
    baseline, goal, value = draw(numbers), draw(numbers), draw(numbers)
    terms = Terms(
        goals=(Goal(value=goal, year=2030, unit="人"),),
        decimals=decimals,
        baseline=baseline,
        baseline_year=2023,
        baseline_unit="人",
    )
    year = draw(YEARS)
    rows = {year: Observed(number=value)}
    return judge(terms, rows, year=year, as_of=date(2040, 1, 1)), terms


@given(judgements())
def test_the_expected_value_is_the_exact_one_rounded_as_it_is_printed(judged):
    result, terms = judged

    number = frozen.expected_value(expected_text(result, terms))

    if result.expected is None:
        assert number is None
    else:
        step = Fraction(1, 10 ** (terms.decimals + 1))
        assert abs(Fraction(number) - result.expected) * 2 <= step
        assert decimal_places(number) <= terms.decimals + 1


@given(judgements())
def test_the_progress_is_the_exact_one_rounded_but_never_a_false_hundred(judged):
    result, _ = judged

    number = frozen.progress_pct(progress_text(result))

    if result.progress is None:
        assert number is None
    elif result.status != "achieved" and result.progress * 100 >= Fraction("99.95"):
        assert number == Decimal("99.9")
    else:
        assert abs(Fraction(number) - result.progress * 100) * 20 <= 1


@given(judgements())
def test_they_print_again_as_the_texts_that_visitors_read(judged):
    result, terms = judged
    texts = expected_text(result, terms), progress_text(result)

    numbers = frozen.expected_value(texts[0]), frozen.progress_pct(texts[1])

    expected, progress = (
        "" if number is None else f"{number:,f}".replace("-", "−") for number in numbers
    )
    assert (expected, progress) == (texts[0], texts[1].removesuffix("%"))


def test_the_unit_is_that_of_the_goal_and_else_of_the_baseline():
    assert frozen.unit({"goal_unit": "回", "baseline_unit": "人"}) == "回"
    assert frozen.unit({"goal_unit": "", "baseline_unit": "人"}) == "人"
