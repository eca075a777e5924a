"""When two printed units mean the same thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.units import split_unit, units_differ
from tests.indicators.judging import a_goal, judged, terms

words = st.sampled_from(["", "人", "回", "件", "％", "か所", "団体"])
periods = st.sampled_from(["", "年", "月"])


def printed(word, period):
    return f"{word}／{period}" if period else word


@pytest.mark.parametrize(
    ("unit", "parts"),
    [
        ("人／年", ("人", "年")),
        ("人/年", ("人", "年")),
        ("人 / 年", ("人", "年")),
        ("人　／　年", ("人", "年")),
        ("か所", ("か所", "")),
        ("％", ("%", "")),
        ("㎡", ("m2", "")),
        ("", ("", "")),
        ("人／", ("人", "")),
        ("人／年／地区", ("人", "年/地区")),
    ],
)
def test_a_unit_is_a_thing_and_a_period(unit, parts):
    assert split_unit(unit) == parts


@pytest.mark.parametrize(
    ("baseline_unit", "goal_unit", "differ"),
    [
        pytest.param("人／年", "人／年", False, id="same"),
        pytest.param("人／年", "人/年", False, id="other width"),
        pytest.param("人 ／ 年", "人／年", False, id="spaces"),
        pytest.param("％", "%", False, id="percent signs"),
        pytest.param("人／年", "人", False, id="period of one side alone"),
        pytest.param("人／年", "人／月", True, id="other period"),
        # 柏市: 69人／年 became 97回／年.
        pytest.param("人／年", "回／年", True, id="other thing"),
        pytest.param("人", "名", True, id="synonyms are not guessed"),
        pytest.param("か所", "箇所", True, id="spellings are not guessed"),
        pytest.param("人", "", True, id="unit of one side alone"),
        pytest.param("", "", False, id="no units"),
    ],
)
def test_units_differ_when_they_count_other_things(baseline_unit, goal_unit, differ):
    assert units_differ(baseline_unit, goal_unit) == differ
    assert units_differ(goal_unit, baseline_unit) == differ


@given(words, periods, words, periods)
def test_units_are_the_same_or_other_whichever_side_has_them(word, period, other, per):
    one, two = printed(word, period), printed(other, per)

    assert units_differ(one, two) == units_differ(two, one)
    assert not units_differ(one, one)


@given(words, periods, words, periods)
def test_another_thing_is_another_unit_and_a_missing_period_is_none(
    word, period, other, per
):
    differ = units_differ(printed(word, period), printed(other, per))

    assert differ == (word != other or {period, per} == {"年", "月"})


@given(st.text(max_size=30))
def test_any_text_is_taken_for_a_unit(text):
    assert not units_differ(text, text)


OTHER_UNIT = (a_goal(unit="回／年"),)


@pytest.mark.parametrize(
    ("target", "status"),
    [
        pytest.param(terms(goals=OTHER_UNIT), "unit_check", id="in doubt"),
        pytest.param(
            terms(goals=OTHER_UNIT, unit_confirmed=True), "on_track", id="confirmed"
        ),
        pytest.param(
            terms(None, goals=OTHER_UNIT), "no_baseline", id="nothing to compare"
        ),
        pytest.param(
            terms(goals=(a_goal(), a_goal(unit="回／年", effective_from=2025))),
            "unit_check",
            id="only the revised goal",
        ),
        pytest.param(
            terms(goals=(a_goal(), a_goal(unit="回／年", effective_from=2026))),
            "on_track",
            id="a goal of later years",
        ),
    ],
)
def test_a_target_is_held_back_until_its_units_are_confirmed(target, status):
    assert judged(target, "958").status == status
