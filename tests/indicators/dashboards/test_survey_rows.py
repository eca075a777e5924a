from decimal import Decimal

import pytest

from indicators.dashboards.survey_comparison import compared
from indicators.survey_change import Wave
from indicators.surveys import AskedWave, FollowedSurvey

R5, R6, R7 = 2023, 2024, 2025


def an_asked_wave(year, percent, n=1000, **values):
    wave = Wave(year, Decimal(percent), n, **values) if percent else None
    return AskedWave(year, wave, n, self_selected=values.get("self_selected", False))


def columns(*waves, year=R7, start_n=1000, **values):
    """The columns of one indicator whose wave of R5 had 1,000 answers."""
    values = {
        "baseline_value": "5.5",
        "baseline_fiscal_year": R5,
        "decimals": 1,
        "desired_direction": "decrease",
        **values,
    }
    start = AskedWave(R5, None, start_n)
    return compared(FollowedSurvey(values, (start, *waves), 1000), year)


@pytest.mark.parametrize(
    ("baseline", "latest", "direction", "points", "margin", "word"),
    [
        ("5.5", "3.2", "decrease", "2.3ポイント減", "±1.8", "改善"),
        ("5.5", "4.0", "decrease", "1.5ポイント減", "±1.9", "横ばい（誤差の範囲）"),
        ("30.2", "34.5", "increase", "4.3ポイント増", "±4.1", "改善"),
        ("64.7", "60.1", "increase", "4.6ポイント減", "±4.2", "悪化"),
        ("30.2", "30.2", "increase", "変化なし", "±4.0", "横ばい（誤差の範囲）"),
    ],
)
def test_a_change_says_direction_margin_and_judgement(
    baseline, latest, direction, points, margin, word
):
    row = columns(
        an_asked_wave(R7, latest), baseline_value=baseline, desired_direction=direction
    )

    assert row["points"] == points
    assert row["margin"] == f"誤差 {margin}ポイント"
    assert row["chip"]["word"] == word


def test_without_a_later_wave_the_indicator_waits():
    row = columns()

    assert (row["latest"], row["chip"]["word"]) == ("", "次回調査待ち")


def test_a_wave_after_the_year_shown_is_not_used():
    row = columns(an_asked_wave(R7, "3.2"), year=R6)

    assert row["chip"]["word"] == "次回調査待ち"


def test_an_unknown_number_of_answers_is_marked_for_reference():
    row = columns(an_asked_wave(R7, "3.2", None), start_n=None)

    assert row["margin"] == "誤差 ±1.8ポイント・参考"


def test_a_survey_that_anybody_could_answer_shows_its_value_only():
    row = columns(an_asked_wave(R7, "3.2", self_selected=True))

    assert row["latest"] == "3.2%"
    assert (row["points"], row["margin"]) == ("", "")
    assert row["chip"]["word"] == "比較できません（自由回答のため）"


def test_without_a_printed_baseline_nothing_is_compared():
    row = columns(an_asked_wave(R7, "3.2"), baseline_value=None)

    assert (row["latest"], row["chip"]["word"]) == ("3.2%", "比較できません")


def test_points_are_the_difference_of_the_printed_figures():
    # 30.25 prints as 30.3, 34.54 as 34.5; the exact difference would print as 4.3.
    row = columns(
        an_asked_wave(R7, "34.54"),
        baseline_value="30.25",
        desired_direction="increase",
    )

    assert (row["latest"], row["points"]) == ("34.5%", "4.2ポイント増")
