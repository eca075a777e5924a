from decimal import Decimal

import pytest

from indicators.pace import pace_text
from tests.indicators.dashboards.standings import R5, R7, a_standing


def pace(value=None, since=R5, **values):
    terms = a_standing(**values).target.terms
    value = terms.baseline if value is None else Decimal(value)
    return pace_text(terms, since=since, value=value, year=R7)


@pytest.mark.parametrize(
    ("baseline", "goal", "unit", "decimals", "words"),
    [
        (
            "904",
            "1100",
            "人／年",
            0,
            "令和5年度の904人から、あと196人。1年あたり約28人の増加が必要です。",
        ),
        (
            "39",
            "51",
            "か所",
            0,
            "令和5年度の39か所から、あと12か所。1年あたり約1.7か所の増加が必要です。",
        ),
        (
            "5928",
            "9000",
            "回",
            0,
            "令和5年度の5,928回から、あと3,072回。1年あたり約439回の増加が必要です。",
        ),
        (
            "0.5",
            "100",
            "%",
            1,
            "令和5年度の0.5%から、あと99.5ポイント。1年あたり約14.2ポイントの増加が必要です。",
        ),
        (
            "20",
            "10",
            "件",
            0,
            "令和5年度の20件から、あと10件。1年あたり約1.4件の減少が必要です。",
        ),
    ],
)
def test_the_pace_says_what_is_left_and_how_much_a_year(
    baseline, goal, unit, decimals, words
):
    said = pace(
        baseline_value=Decimal(baseline),
        goal_value=Decimal(goal),
        baseline_unit=unit,
        goal_unit=unit,
        decimals=decimals,
    )

    assert said == words


def test_the_pace_counts_from_the_last_value():
    assert (
        pace("940", since=R7)
        == "令和7年度の940人から、あと160人。1年あたり約32人の増加が必要です。"
    )


@pytest.mark.parametrize(
    ("value", "since", "values"),
    [
        ("1100", R7, {}),
        ("940", 2030, {}),
        ("940", R7, {"goal_fiscal_year": None}),
        ("940", R7, {"goal_state": "undecided", "goal_value": None}),
        ("940", R7, {"baseline_value": None}),
    ],
    ids=["reached", "past the goal year", "no goal year", "no goal", "no baseline"],
)
def test_there_is_no_pace_where_none_is_needed_or_known(value, since, values):
    assert pace(value, since, **values) == ""
