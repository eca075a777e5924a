"""Settled readings: exact limits, refused settings, rounding, the goal year."""

from decimal import Decimal
from fractions import Fraction

import pytest

from indicators.judgement_words import reason_of
from indicators.progress_values import Settings
from tests.indicators.judging import R5, R6, R12, a_goal, judged, terms


@pytest.mark.parametrize("year", [R12, R12 + 1])
def test_worse_than_the_baseline_at_the_end_is_not_achieved_with_its_percent(year):
    result = judged(terms("100", "200"), "50", year=year)

    assert (result.status, result.progress) == ("not_achieved", Fraction(-1, 2))


@pytest.mark.parametrize(
    ("baseline", "goal", "tolerance", "limit", "beyond"),
    [
        pytest.param("100", "200", "0.05", "95", "94.9999", id="rising"),
        pytest.param("200", "100", "0.05", "205", "205.0001", id="falling"),
        # 0.1 × 3 is not 0.3 in binary arithmetic.
        pytest.param("0", "3", "0.1", "-0.3", "-0.3001", id="tenths"),
        pytest.param("100", "200", "0", "100", "99.9999", id="no tolerance"),
    ],
)
def test_a_fall_of_exactly_the_tolerance_is_only_behind(
    baseline, goal, tolerance, limit, beyond
):
    target = terms(baseline, goal, decimals=4)
    settings = Settings(regress_tol=Decimal(tolerance))

    statuses = [
        judged(target, number, settings=settings).status for number in (limit, beyond)
    ]

    assert statuses == ["behind", "regressed"]


@pytest.mark.parametrize(
    "shares",
    [
        pytest.param({"k_slight": "-0.01"}, id="negative share"),
        pytest.param({"k_slight": "0.96"}, id="slightly above on track"),
        pytest.param({"k_on": "1.01"}, id="more than the path"),
        pytest.param({"regress_tol": "-0.01"}, id="negative tolerance"),
        pytest.param({"regress_tol": "1"}, id="the whole gap"),
    ],
)
def test_settings_out_of_order_are_refused(shares):
    with pytest.raises(ValueError, match="k_slight <= k_on"):
        Settings(**{name: Decimal(share) for name, share in shares.items()})


@pytest.mark.parametrize(
    "shares",
    [("0", "0", "0"), ("1", "1", "0.999"), ("0.6", "0.6", "0.05"), ("1", "0", "0")],
)
def test_settings_may_lie_on_their_borders(shares):
    k_on, k_slight, tolerance = shares

    settings = Settings(Decimal(k_on), Decimal(k_slight), Decimal(tolerance))

    assert settings.k_slight <= settings.k_on


def test_a_citys_own_shares_move_the_lines():
    strict = Settings(k_on=Decimal(1), k_slight=Decimal("0.95"))

    result = judged(terms(), "957", settings=strict)

    assert (result.status, result.line_on, result.line_slight) == (
        "slightly_behind",
        960,
        957,
    )


def test_rounding_in_favour_of_the_target_can_call_no_progress_on_track():
    target = terms("0", "4", unit="か所")

    result = judged(target, "0", year=R6)

    assert (result.status, result.line_on) == ("on_track", 0)
    assert "順調は0か所から" in reason_of(result, target)


def test_the_line_is_named_where_even_the_printed_expectation_is_no_progress():
    target = terms("0", "1", unit="か所", goal_year=R5 + 25)

    result = judged(target, "0", year=R6)

    assert result.status == "on_track"
    assert "順調は0か所から" in reason_of(result, target)


@pytest.mark.parametrize("number", ["900", "950", "1100", "1200"])
def test_a_goal_year_not_after_the_baseline_is_never_graded(number):
    target = terms(goals=(a_goal("1100", R5),))

    assert judged(target, number).status == "not_assessable"
