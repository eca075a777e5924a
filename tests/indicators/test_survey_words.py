from decimal import Decimal

import pytest

from indicators.survey_change import Change, Wave, survey_change
from indicators.survey_words import (
    LABELS,
    change_text,
    finding_text,
    label_of,
    margin_text,
    next_wave_text,
    own_margin,
    points_text,
    reason_text,
    reference_text,
)


def wave(percent, n=1000, year=2023, **flags):
    return Wave(fiscal_year=year, percent=Decimal(percent), n=n, **flags)


def compared(start, end, direction="increase"):
    """The two waves and what changed between them."""
    return start, end, survey_change(start, end, direction=direction)


# Fixtures of the specification: 1,000 answers in both waves.
@pytest.mark.parametrize(
    ("start", "end", "direction", "text", "margin", "word"),
    [
        (
            "30.2",
            "34.5",
            "increase",
            "30.2% → 34.5%（4.3ポイント増・改善）",
            "±4.1ポイント",
            "改善",
        ),
        (
            "47.5",
            "50.0",
            "increase",
            "47.5% → 50.0%（2.5ポイント増・横ばい）",
            "±4.4ポイント",
            "横ばい（誤差の範囲）",
        ),
        (
            "5.5",
            "4.0",
            "decrease",
            "5.5% → 4.0%（1.5ポイント減・横ばい）",
            "±1.9ポイント",
            "横ばい（誤差の範囲）",
        ),
        (
            "5.5",
            "3.2",
            "decrease",
            "5.5% → 3.2%（2.3ポイント減・改善）",
            "±1.8ポイント",
            "改善",
        ),
    ],
    ids=["improved", "unchanged", "unchanged fall", "improved fall"],
)
def test_direction_and_judgement_are_both_said(
    start, end, direction, text, margin, word
):
    baseline, latest, change = compared(wave(start), wave(end), direction)

    assert change_text(baseline, latest, change, 1) == text
    assert margin_text(change, 1) == margin
    assert label_of(change, baseline, latest).word == word


def test_the_reason_names_the_margin_and_the_words_for_it():
    improved = compared(wave("30.2"), wave("34.5"))
    unchanged = compared(wave("47.5"), wave("50.0"))

    assert reason_text(*improved, 1) == (
        "30.2% → 34.5%（4.3ポイント増・改善）。"
        "変化は、誤差の範囲（±4.1ポイント）を超えています。"
    )
    assert reason_text(*unchanged, 1) == (
        "47.5% → 50.0%（2.5ポイント増・横ばい）。"
        "変化は、誤差の範囲（±4.4ポイント）の中にあります。"
    )


def test_a_worsened_answer_is_said_without_a_sign_beside_the_number():
    worsened = compared(wave("30.2"), wave("25.0"))

    text = reason_text(*worsened, 1)

    assert "5.2ポイント減・悪化" in text
    assert not set("△▲−-") & set(text)


@pytest.mark.parametrize(
    ("points", "text"),
    [("0", "変化なし"), ("0.04", "変化なし"), ("-2.3", "2.3ポイント減")],
)
def test_points_are_words(points, text):
    assert points_text(Decimal(points), 1) == text


def test_points_are_those_of_the_printed_percentages():
    baseline, latest, change = compared(wave("30.24"), wave("34.56"))

    text = change_text(baseline, latest, change, 1)

    assert text == "30.2% → 34.6%（4.4ポイント増・改善）"


def test_a_margin_that_would_print_like_the_change_has_two_decimals():
    _, _, change = compared(wave("30.2"), wave("34.3"))

    assert change.points == Decimal("4.1")
    assert margin_text(change, 1) == "±4.09ポイント"


def test_the_margin_is_compared_with_the_points_that_stand_beside_it():
    text = reason_text(*compared(wave("30.24"), wave("34.26")), 1)

    assert "4.1ポイント増" in text
    assert "±4.09ポイント" in text


def test_without_a_new_wave_the_next_one_is_waited_for():
    baseline, latest, change = (
        wave("30.2"),
        None,
        survey_change(wave("30.2"), None, direction="increase"),
    )

    assert label_of(change, baseline, latest).word == "次回調査待ち"
    assert "まだこのサイトに登録されていません" in reason_text(
        baseline, latest, change, 1
    )
    assert finding_text(latest, change) == "出発点の調査の結果"


@pytest.mark.parametrize(
    ("end", "words", "label"),
    [
        (wave("34.5", comparable=False), "方法や対象が変わった", "比較できません"),
        (
            wave("34.5", self_selected=True),
            "だれでも答えられる調査（自由回答）",
            "比較できません（自由回答のため）",
        ),
    ],
    ids=["asked differently", "self-selected"],
)
def test_what_cannot_be_compared_says_why_and_shows_the_values_alone(end, words, label):
    baseline, latest, change = compared(wave("30.2"), end)

    text = reason_text(baseline, latest, change, 1)

    assert text.startswith("30.2% → 34.5%。")
    assert words in text
    assert "ポイント" not in text
    assert label_of(change, baseline, latest).word == label


def test_an_assumed_size_makes_the_judgement_one_for_reference():
    baseline, latest, change = compared(wave("30.2", n=None), wave("34.5"))

    text = reference_text(baseline, latest, change, 1000)

    assert text.startswith("参考：回答数が分からない調査は、1,000人が")


def test_fewer_than_five_people_make_the_judgement_one_for_reference():
    baseline, latest, change = compared(wave("1", n=300), wave("5", n=300))

    assert "5人より少ない" in reference_text(baseline, latest, change, 1000)


def test_a_sound_comparison_needs_no_reference_note():
    assert reference_text(*compared(wave("30.2"), wave("34.5")), 1000) == ""


def test_before_the_second_wave_a_reader_learns_how_much_must_change():
    text = next_wave_text(wave("30.2", n=None), assumed_n=1000, decimals=1)

    assert text.startswith("次の調査も1,000人が答えた場合、約4.0ポイントより小さい")
    assert (
        next_wave_text(wave("30.2", self_selected=True), assumed_n=1000, decimals=1)
        == ""
    )


def test_the_error_bar_is_that_of_one_share_at_95_percent():
    # 1.96 x sqrt(0.302 x 0.698 / 1000)
    assert round(own_margin(wave("30.2"), 1000), 2) == Decimal("2.85")
    assert own_margin(wave("30.2", n=None), 1000) == own_margin(wave("30.2"), 1)
    assert own_margin(wave("30.2", self_selected=True), 1000) is None
    assert own_margin(wave("30.2", n=0), 1000) is None
    assert own_margin(wave("0"), 1000) == 0


def test_every_answer_has_a_word_and_a_symbol():
    assert {change: label.symbol for change, label in LABELS.items()} == {
        Change.IMPROVED: "○",
        Change.UNCHANGED: "＝",
        Change.WORSENED: "▼",
        Change.NOT_SURVEYED: "－",
        Change.NOT_COMPARABLE: "－",
    }
