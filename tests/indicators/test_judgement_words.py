"""Why a status is what it is, in sentences that a resident reads."""

import pytest

from indicators.judgement_words import reason_of
from tests.indicators.judging import R12, judged, row, terms

KEPT = {"mode": "maintain", "direction": "increase"}


def reason(target, actual=None, **rest):
    return reason_of(judged(target, actual, **rest), target)


@pytest.mark.parametrize(
    ("actual", "sentence"),
    [
        pytest.param(
            "960",
            "令和7年度の目安960人に対し実績960人（同じ）。",
            id="on the path",
        ),
        pytest.param(
            "970",
            "令和7年度の目安960人に対し実績970人（10人上回る）。",
            id="ahead of the path",
        ),
        pytest.param(
            "958",
            "令和7年度の目安960人に対し実績958人（2人下回る）。"
            "順調の範囲内です（順調は957人から）。",
            id="on track though below",
        ),
        pytest.param(
            "940",
            "令和7年度の目安960人に対し実績940人（20人下回る）。",
            id="slightly behind",
        ),
        pytest.param(
            "920",
            "令和7年度の目安960人に対し実績920人（40人下回る）。",
            id="behind",
        ),
        pytest.param(
            "880",
            "令和7年度の目安960人に対し実績880人（80人下回る）。"
            "出発点の904人より悪くなっています。",
            id="regressed",
        ),
        pytest.param(
            "1112",
            "令和12年度の目標1,100人に対し令和7年度の実績1,112人（12人上回る）。"
            "目標に達しました。",
            id="achieved early",
        ),
        pytest.param(
            None,
            "令和7年度の実績は、まだこのサイトに登録されていません。",
            id="not reported",
        ),
        pytest.param(
            row(None, "collecting"), "令和7年度の実績は、集計中です。", id="collecting"
        ),
    ],
)
def test_a_year_on_the_way_is_told_by_its_figures(actual, sentence):
    assert reason(terms(), actual) == sentence


def test_the_goal_year_compares_with_the_goal():
    assert reason(terms(), "1099", year=R12) == (
        "令和12年度の目標1,100人に対し令和12年度の実績1,099人（1人下回る）。"
        "目標に届きませんでした。"
    )


@pytest.mark.parametrize(
    ("target", "actual", "sentence"),
    [
        pytest.param(
            terms("95", "90", unit="%", **KEPT),
            "92",
            "令和12年度の目標90%に対し令和7年度の実績92%（2ポイント上回る）。"
            "目標の水準を保っています。",
            id="maintained",
        ),
        pytest.param(
            terms("95", "90", unit="%", **KEPT),
            "89",
            "令和12年度の目標90%に対し令和7年度の実績89%（1ポイント下回る）。"
            "目標の水準を保てていません。",
            id="not maintained",
        ),
        pytest.param(
            terms(None, "300", direction="increase"),
            "250",
            "目標300人に対し実績250人（50人下回る）。"
            "出発点の値がないため、進み方は計算できません。",
            id="no baseline",
        ),
        pytest.param(
            terms(goal_year=None),
            "1100",
            "目標1,100人に対し令和7年度の実績1,100人（同じ）。目標に達しました。",
            id="achieved, goal year unknown",
        ),
        pytest.param(
            terms("1077", "1360", unit="件／年", mode="monitor"),
            "1200",
            "令和7年度の実績は1,200件でした。"
            "多いほど良いとは限らないため、増減の良し悪しは判定しません。",
            id="monitor",
        ),
    ],
)
def test_a_target_without_a_path_is_told_by_what_it_has(target, actual, sentence):
    assert reason(target, actual) == sentence


def test_a_falling_target_on_track_above_its_path_names_its_line_as_a_ceiling():
    assert reason(terms("20", "10"), "18") == (
        "令和7年度の目安17.1人に対し実績18人（0.9人上回る）。"
        "順調の範囲内です（順調は18人まで）。"
    )
