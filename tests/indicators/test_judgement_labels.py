"""The word and the symbol of every status."""

from pathlib import Path

import pytest

from indicators.judgement_labels import LABELS, label_of
from indicators.progress_values import Status
from tests.indicators.judging import R5, R7, judged, row, terms

WORDS = {
    "achieved": ("達成", "◎"),
    "maintained": ("維持", "◎"),
    "on_track": ("順調", "○"),
    "slightly_behind": ("やや遅れ", "△"),
    "behind": ("遅れ", "×"),
    "not_achieved": ("未達成", "×"),
    "not_maintained": ("維持できていない", "×"),
    "regressed": ("後退（基準値より悪化）", "▼"),
    "monitor": ("推移を確認", "◇"),
    "no_baseline": ("基準値なし", "－"),
    "goal_undecided": ("目標値未設定", "－"),
    "goal_statement": ("言葉による目標", "－"),
    "unit_check": ("単位確認中", "－"),
    "not_due": ("報告時期前", "－"),
    "collecting": ("集計中", "－"),
    "not_reported": ("未報告", "－"),
    "not_assessable": ("判定できません", "－"),
    "not_comparable": ("比較できません", "－"),
    "discontinued": ("事業終了", "－"),
    "baseline_year": ("基準年度", "－"),
}


def test_every_status_has_its_word_and_its_symbol():
    assert {status: (label.word, label.symbol) for status, label in LABELS.items()} == (
        WORDS
    )
    assert set(LABELS) == set(Status)


def test_statuses_of_one_symbol_share_a_colour_and_no_others_do():
    colours = {(label.symbol, label.css) for label in LABELS.values()}

    by_symbol = dict(colours)
    assert len(colours) == len(by_symbol)
    assert by_symbol["◇"] == by_symbol["－"]
    assert len(set(by_symbol.values())) == len(by_symbol) - 1


@pytest.mark.parametrize(
    ("symbol", "token"),
    [
        ("◎", "primitive-blue-1000"),
        ("○", "primitive-light-blue-900"),
        ("△", "primitive-yellow-900"),
        ("×", "primitive-orange-800"),
        ("▼", "primitive-red-900"),
        ("◇", "neutral-solid-gray-600"),
        ("－", "neutral-solid-gray-600"),
    ],
)
def test_a_symbol_has_its_colour_in_the_style_sheet(symbol, token):
    sheet = Path(__file__).parents[2] / "static" / "css" / "status.css"
    style = next(label.css for label in LABELS.values() if label.symbol == symbol)

    assert f"--st-{style}:var(--color-{token});" in sheet.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("target", "actual", "word"),
    [
        pytest.param(terms(), row(None, "suppressed"), "秘匿", id="suppressed"),
        pytest.param(terms(), row(None, "not_implemented"), "未実施", id="not done"),
        pytest.param(terms(), row(None, "not_applicable"), "該当なし", id="none"),
        pytest.param(terms(), row(None, "unknown"), "不明", id="unknown"),
        pytest.param(terms(), row(None, "undecided"), "未定", id="undecided"),
        pytest.param(terms(mode="maintain"), "1", "方向未設定", id="no direction"),
        pytest.param(terms(goal_year=None), "1", "年度が未設定", id="no goal year"),
        pytest.param(terms(baseline_year=None), "1", "年度が未設定", id="no start"),
    ],
)
def test_what_cannot_be_judged_is_labelled_with_the_reason(target, actual, word):
    label = label_of(judged(target, actual), target)

    assert (label.word, label.symbol) == (f"判定できません（{word}）", "－")


@pytest.mark.parametrize(
    ("year", "word"),
    [(R5 - 2, "基準年度以前"), (R5 - 1, "基準年度以前"), (R5, "基準年度")],
)
def test_a_year_before_the_baseline_is_called_so(year, word):
    assert label_of(judged(terms(), year=year), terms()).word == word


@pytest.mark.parametrize(
    ("actual", "word"),
    [("1100", "達成"), ("958", "順調"), ("880", "後退（基準値より悪化）")],
)
def test_a_verdict_is_labelled_by_its_status_alone(actual, word):
    assert label_of(judged(terms(), actual, year=R7), terms()).word == word
