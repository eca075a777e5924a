"""The sum behind a judgement: a reader who does it again gets the same."""

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given

from indicators.judgement_words import percent_text, steps_of
from indicators.progress_values import Settings
from tests.indicators.any_target import any_path, any_settings, values
from tests.indicators.judging import R7, R12, judged, row, terms

NUMBER = r"(−?[\d,]+(?:\.\d+)?)"
PROGRESS = re.compile(rf"（{NUMBER} − {NUMBER}）÷（{NUMBER} − {NUMBER}）＝ {NUMBER}%")
EXPECTED = re.compile(rf"{NUMBER} ＋（{NUMBER} − {NUMBER}）× (\d+) ÷ (\d+) ＝ {NUMBER}")
LINE = re.compile(rf"{NUMBER}人(以上|以下)")


def steps(target, actual, *, settings=None, year=R7):
    settings = settings or Settings()
    result = judged(target, actual, year=year, settings=settings)
    return result, steps_of(result, target, settings)


def read(text):
    return Fraction(text.replace("−", "-").replace(",", ""))


def half_up(value, decimals):
    exact = Decimal(value.numerator) / value.denominator
    return Fraction(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def test_the_sum_of_904_to_1100_is_written_out():
    _, sums = steps(terms(), "940")

    assert sums == [
        {
            "title": "進捗率：出発点から目標までの、どこまで進んだか",
            "sum": "（940 − 904）÷（1,100 − 904）＝ 18.4%",
        },
        {
            "title": "目安：同じ歩幅で進んだときの令和7年度の値",
            "sum": "904 ＋（1,100 − 904）× 2 ÷ 7 ＝ 960",
        },
        {
            "title": "順調の線：目安までの変化の95%（端数は緩いほうへ）",
            "sum": "957人以上",
        },
        {
            "title": "やや遅れの線：目安までの変化の60%（端数は緩いほうへ）",
            "sum": "937人以上",
        },
    ]


@given(any_path(), any_settings(), values(1, limit=10**6))
def test_doing_the_sums_again_gives_the_printed_results(path, settings, actual):
    target, year = path
    actual = actual.quantize(Decimal(1).scaleb(-target.decimals))

    result, (progress, expected, *lines) = steps(
        target, row(actual), settings=settings, year=year
    )

    v, b, g, also_b, percent = map(read, PROGRESS.fullmatch(progress["sum"]).groups())
    assert (v, b, g, also_b) == (actual, target.baseline, result.goal.value, b)
    wanted = percent_text((v - b) / (g - b), achieved=result.status == "achieved")
    assert read(wanted.removesuffix("%")) == percent
    straight = EXPECTED.fullmatch(expected["sum"])
    if straight:
        b, g, also_b, passed, whole, value = map(read, straight.groups())
        assert also_b == b
        assert half_up(b + (g - b) * passed / whole, target.decimals + 1) == value
    else:
        assert target.milestones or year >= result.goal.year
        assert read(expected["sum"]) == half_up(result.expected, target.decimals + 1)
    for step, line in zip(lines, (result.line_on, result.line_slight), strict=False):
        value, side = LINE.fullmatch(step["sum"]).groups()
        assert read(value) == line
        assert side == ("以上" if g > b else "以下")


@pytest.mark.parametrize(
    ("target", "actual", "year", "count"),
    [
        pytest.param(terms(), "940", R7, 4, id="on the way"),
        pytest.param(terms(), "1100", R7, 2, id="achieved early"),
        pytest.param(terms(), "1000", R12, 2, id="not achieved"),
        pytest.param(terms(), None, R7, 0, id="not reported"),
        pytest.param(terms(None), "940", R7, 0, id="no baseline"),
        pytest.param(terms(mode="monitor"), "940", R7, 0, id="monitor"),
        pytest.param(terms(mode="maintain"), "1100", R7, 0, id="maintain"),
        pytest.param(terms("1100"), "1100", R7, 0, id="goal at the baseline"),
    ],
)
def test_only_what_was_reckoned_has_steps(target, actual, year, count):
    _, sums = steps(target, actual, year=year)

    assert len(sums) == count


def test_a_citys_own_shares_are_named():
    own = Settings(k_on=Decimal("0.975"), k_slight=Decimal("0.5"))

    _, (*_, on_track, slightly) = steps(terms(), "940", settings=own)

    assert "97.5%" in on_track["title"]
    assert "50%" in slightly["title"]


def test_a_path_through_milestones_says_so():
    target = terms("100", "200", milestones={R7: Decimal(150)})

    _, sums = steps(target, "150")

    assert "中間の目標" in sums[1]["title"]
    assert sums[1]["sum"] == "150"


def test_the_line_of_a_planned_dip_is_the_path_not_a_share_of_it():
    target = terms("100", "200", milestones={R7: Decimal(50)})

    _, (*_, on_track, _) = steps(target, "50")

    assert on_track["sum"] == "50人以上"
    # 95 % of the change to 50 would be 52.5.
    assert "95%" not in on_track["title"]


@pytest.mark.parametrize(("year", "is_past"), [(R12, False), (R12 + 1, True)])
def test_only_after_the_goal_year_it_is_called_past(year, is_past):
    _, sums = steps(terms(), "1000", year=year)

    assert sums[1]["sum"] == "1,100"
    assert ("過ぎた" in sums[1]["title"]) == is_past
