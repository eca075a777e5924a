from types import SimpleNamespace

import pytest

from indicators.judgement_words import expected_text
from indicators.presenters.chart_findings import finding
from indicators.presenters.target_figures import pace
from indicators.presenters.target_years import TargetYear
from indicators.progress_values import Goal
from tests.indicators.judging import R12, a_goal, judged, row, terms

FALLING = {"baseline": "20", "goal": "10", "unit": "件"}


def shown(promise, value=None, **options):
    """The year that the page shows, as `following` hands it on."""
    result = judged(promise, value, **options)
    return SimpleNamespace(
        year=result.year,
        status=result.status,
        value=result.value,
        expected=expected_text(result, promise),
    )


@pytest.mark.parametrize(
    ("promise", "value", "words"),
    [
        (terms(), "1112", "目標に届いた"),
        (terms(), "970", "目安の線を上回って進んでいる"),
        (terms(), "960", "目安の線に沿って進んでいる"),
        (terms(), "958", "目安の線に沿って進んでいる"),
        (terms(), "940", "増えているが、目安の線には届いていない"),
        (terms(), "904", "出発点と同じで、目安の線には届いていない"),
        (terms(), "900", "出発点より減っていて、目安の線には届いていない"),
        (terms(), "880", "出発点より悪くなっている"),
        (terms(**FALLING), "17", "減らす目標で、目安の線を下回っている"),
        (terms(**FALLING), "18", "目安の線に沿って進んでいる"),
        (terms(**FALLING), "19", "減っているが、目安の線には届いていない"),
        (terms(**FALLING), "21", "出発点より悪くなっている"),
        (terms(mode="monitor"), "960", "令和5年度から56人増えた"),
        (terms(mode="monitor"), "900", "令和5年度から4人減った"),
        (terms(None), "900", "目標には、まだ届いていない"),
        (
            terms("95", "90", unit="%", mode="maintain", direction="increase"),
            "93",
            "目標の水準を保っている",
        ),
    ],
)
def test_the_finding_says_what_the_line_shows(promise, value, words):
    assert finding(promise, shown(promise, value), None) == words


@pytest.mark.parametrize(
    ("promise", "words"),
    [
        (terms(), "7年で196人増やす目標"),
        (terms(**FALLING), "7年で10件減らす目標"),
        (terms("0.5", "100", unit="%", decimals=1), "7年で99.5ポイント増やす目標"),
        (terms("95", "90", unit="%", mode="maintain"), "90%の水準を保つ目標"),
        (terms(mode="monitor"), "令和12年度までの見込み"),
        (terms(None), "これまでの値"),
        (terms("69", goals=(a_goal("97", unit="回／年"),)), "これまでの値"),
        (terms(goals=(Goal(state="undecided"),)), "これまでの値"),
    ],
)
def test_before_any_value_the_finding_is_what_was_promised(promise, words):
    assert finding(promise, shown(promise), None) == words


def test_where_the_year_shown_has_no_value_the_finding_names_the_last_one():
    collecting, last = (
        shown(terms(), row(state="collecting")),
        shown(terms(), year=2024),
    )

    assert finding(terms(), collecting, last) == "令和6年度までの値の動き"


def test_a_change_of_counting_is_the_finding():
    broken = shown(terms(), row("700", break_in_series=True))

    assert finding(terms(), broken, None) == "数え方が変わり、出発点とは比べられない"


def pace_of(promise, shown, last=None, **flags):
    shown, last = (
        each and SimpleNamespace(**vars(each), terms=promise) for each in (shown, last)
    )
    return pace(SimpleNamespace(terms=promise), TargetYear(shown, **flags), last)


def test_the_pace_starts_at_the_newest_value():
    none = judged(terms())
    last = judged(terms(), "931", year=2024)

    assert (
        pace_of(terms(), none)
        == "令和5年度の904人から、あと196人。1年あたり約28人の増加が必要です。"
    )
    assert pace_of(terms(), none, last).startswith("令和6年度の931人から、あと169人。")
    assert pace_of(terms(), judged(terms(), "940")).startswith(
        "令和7年度の940人から、あと160人。"
    )


def test_the_pace_leads_to_the_goal_that_was_decided_last():
    promise = terms(goals=(a_goal(), a_goal("1200", effective_from=2027)))

    assert pace_of(promise, judged(promise, "940")).startswith(
        "令和7年度の940人から、あと260人。"
    )


@pytest.mark.parametrize(
    ("promise", "value"),
    [
        (terms(mode="monitor"), None),
        (terms("95", "90", unit="%", mode="maintain"), None),
        (terms(), "1112"),
        (terms(goals=(Goal(state="undecided"),)), None),
        (terms(baseline_year=None), None),
    ],
    ids=["watched", "kept", "reached", "undecided", "no year"],
)
def test_no_pace_is_invented(promise, value):
    assert pace_of(promise, judged(promise, value)) == ""


def test_an_ended_plan_asks_for_no_pace():
    assert pace_of(terms(), judged(terms()), is_over=True) == ""


def test_after_the_goal_year_no_pace_is_asked_for():
    missed = judged(terms(), "1000", year=R12)

    assert pace_of(terms(), missed) == ""
