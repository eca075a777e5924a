"""Values that are unlikely beside last year's, the baseline and the goal."""

from decimal import Decimal

import pytest

from indicators.cells import doubts_about

# 柏市 2-2 伴走型相談支援による面談数: 5,928回 in R5, 9,000回 in R12.
TALKS = {"baseline": 5928, "goal": 9000, "unit": "回"}


def doubts(value, *, previous=None, baseline=None, goal=None, **others):
    facts = {"measure_type": "flow", "decimals": 0, "unit": "人", **others}
    numbers = {"previous": previous, "baseline": baseline, "goal": goal}
    given_numbers = {k: v if v is None else Decimal(v) for k, v in numbers.items()}
    return doubts_about(Decimal(value), **given_numbers, **facts)


def codes(*args, **kwargs):
    return [doubt.code for doubt in doubts(*args, **kwargs)]


@pytest.mark.parametrize(
    ("value", "facts", "sentence"),
    [
        pytest.param(
            69000,
            {"previous": 6420, **TALKS},
            "前年度（6,420回）の約10.7倍です。けた数を確かめてください。",
            id="one digit too many",
        ),
        pytest.param(
            64200,
            {"previous": 6420, **TALKS},
            "前年度（6,420回）の10倍です。けた数を確かめてください。",
            id="exactly ten times",
        ),
        pytest.param(
            600,
            {"previous": 6420, **TALKS},
            "前年度（6,420回）の約11分の1です。けた数を確かめてください。",
            id="one digit too few",
        ),
        pytest.param(
            0,
            {"previous": 6420, **TALKS},
            "前年度は6,420回でした。0で間違いないか確かめてください。",
            id="a fall to nothing",
        ),
        pytest.param(
            280,
            {"previous": 300, "measure_type": "cumulative"},
            "累計が前年度（300人）より20人減っています。"
            "この年度だけの値ではないか確かめてください。",
            id="a total that falls",
        ),
        pytest.param(
            280,
            {"baseline": 300, "measure_type": "cumulative"},
            "累計が基準値（300人）より20人減っています。"
            "この年度だけの値ではないか確かめてください。",
            id="a total below its baseline",
        ),
        pytest.param(
            20000,
            {"previous": 6420, **TALKS},
            "基準値（5,928回）からの変化が、目標（9,000回）までの変化と"
            "同じ向きに約4.6倍です。値を確かめてください。",
            id="far beyond the goal",
        ),
        pytest.param(
            1000,
            {"previous": 1500, **TALKS},
            "基準値（5,928回）からの変化が、目標（9,000回）までの変化と"
            "逆の向きに約1.6倍です。値を確かめてください。",
            id="far the other way",
        ),
    ],
)
def test_an_unlikely_value_is_doubted_in_one_sentence(value, facts, sentence):
    assert [doubt.sentence for doubt in doubts(value, **facts)] == [sentence]


@pytest.mark.parametrize(
    ("value", "facts"),
    [
        pytest.param(6900, {"previous": 6420, **TALKS}, id="an ordinary year"),
        pytest.param(6900, {}, id="nothing is known"),
        pytest.param(6900, {"previous": 0}, id="nothing was there last year"),
        pytest.param(0, {"previous": 9}, id="a small number that ends"),
        pytest.param(
            -5, {"previous": 500}, id="a negative number is doubted elsewhere"
        ),
        pytest.param(499, {"previous": 100}, id="almost five times"),
        pytest.param(21, {"previous": 100}, id="more than a fifth"),
        pytest.param(
            300, {"previous": 300, "measure_type": "cumulative"}, id="no more"
        ),
        pytest.param(200, {"previous": 300}, id="a yearly number may fall"),
        pytest.param(50, {"baseline": 40, "goal": 40}, id="no gap to measure by"),
        pytest.param(5, {"baseline": 20, "goal": 10}, id="150 % of a falling gap"),
        pytest.param(35, {"baseline": 20, "goal": 30}, id="150 % of the gap"),
    ],
)
def test_a_likely_value_is_not_doubted(value, facts):
    assert doubts(value, **facts) == ()


@pytest.mark.parametrize(
    ("value", "facts", "code"),
    [
        pytest.param(500, {"previous": 100}, "slipped_digit", id="five times"),
        pytest.param(20, {"previous": 100}, "slipped_digit", id="a fifth"),
        pytest.param(0, {"previous": 10}, "fell_to_zero", id="ten that end"),
        pytest.param(
            "35.1", {"baseline": 20, "goal": 30}, "far_from_the_path", id="over 150 %"
        ),
        pytest.param(
            "4.9", {"baseline": 20, "goal": 10}, "far_from_the_path", id="falling"
        ),
    ],
)
def test_the_limits_are_where_they_are_said_to_be(value, facts, code):
    assert codes(value, **facts) == [code]


def test_a_slipped_digit_and_a_falling_total_are_both_said():
    facts = {"previous": 6420, "measure_type": "cumulative", **TALKS}

    assert codes(642, **facts) == ["slipped_digit", "falling_total"]


def test_figures_are_printed_with_the_decimals_and_the_thing_counted():
    said = doubts(90, previous="8.4", decimals=1, unit="%／年")[0].sentence

    assert said.startswith("前年度（8.4%）の約10.7倍です。")
