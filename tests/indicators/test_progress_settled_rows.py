"""Settled readings: who is seen, when a year is over, the baseline year."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.judgement_labels import label_of
from indicators.judgement_words import reason_of
from indicators.progress import year_is_over
from tests.indicators.judging import R5, R7, judged, row, terms

STATES = (
    "collecting",
    "not_implemented",
    "suppressed",
    "not_applicable",
    "unknown",
    "undecided",
    "discontinued",
)
LAST_DAY, DAY_AFTER = date(2026, 3, 31), date(2026, 4, 1)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("mode", ["goal", "maintain", "monitor"])
def test_a_number_beside_a_state_is_seen_nowhere(mode, state):
    target = terms(mode=mode, direction="increase")

    both = judged(target, row("1234", state, provisional=True))
    state_alone = judged(target, row(None, state))

    assert both == state_alone
    assert (both.value, both.progress, both.provisional) == (None, None, False)
    assert "1,234" not in reason_of(both, target)


@pytest.mark.parametrize(
    ("state", "status", "why"),
    [
        pytest.param("collecting", "collecting", "", id="集計中"),
        pytest.param(
            "not_implemented", "not_assessable", "not_implemented", id="未実施"
        ),
        pytest.param("suppressed", "not_assessable", "suppressed", id="秘匿"),
        pytest.param(
            "not_applicable", "not_assessable", "not_applicable", id="該当なし"
        ),
        pytest.param("unknown", "not_assessable", "unknown", id="不明"),
        pytest.param("undecided", "not_assessable", "undecided", id="未定"),
        pytest.param("", "not_reported", "", id="no row"),
    ],
)
def test_a_missing_value_is_called_by_its_reason_once_the_year_is_over(
    state, status, why
):
    over = judged(terms(), row(None, state), as_of=DAY_AFTER)
    running = judged(terms(), row(None, state), as_of=LAST_DAY)

    assert (over.status, over.why) == (status, why)
    assert (running.status, running.why) == ("not_due", "")


@pytest.mark.parametrize(
    ("state", "word"),
    [
        pytest.param("", "推移を確認", id="no row"),
        pytest.param("collecting", "推移を確認（集計中）", id="集計中"),
        pytest.param("suppressed", "推移を確認（秘匿）", id="秘匿"),
        pytest.param("not_implemented", "推移を確認（未実施）", id="未実施"),
        pytest.param("undecided", "推移を確認（未定）", id="未定"),
    ],
)
def test_monitoring_needs_no_value_and_the_state_is_its_second_word(state, word):
    target = terms(mode="monitor")

    result = judged(target, row(None, state))

    assert result.status == "monitor"
    assert label_of(result, target).word == word


@pytest.mark.parametrize(
    ("as_of", "is_over"),
    [
        pytest.param(date(2025, 4, 1), False, id="its first day"),
        pytest.param(LAST_DAY, False, id="its last day"),
        pytest.param(DAY_AFTER, True, id="1 April after it"),
        pytest.param(date(2030, 1, 1), True, id="years later"),
    ],
)
def test_a_year_is_over_from_the_next_first_of_april(as_of, is_over):
    assert year_is_over(R7, as_of) == is_over


def test_an_early_number_is_judged_before_the_year_is_over():
    result = judged(terms(), row("958", provisional=True), as_of=date(2025, 10, 1))

    assert (result.status, result.provisional) == ("on_track", True)


@pytest.mark.parametrize("number", [None, "904", "1200"])
def test_the_baseline_year_has_no_percent_and_expects_the_baseline(number):
    in_it, before_it = (judged(terms(), number, year=year) for year in (R5, R5 - 1))

    assert (in_it.status, in_it.progress, in_it.expected) == (
        "baseline_year",
        None,
        Decimal(904),
    )
    assert (before_it.status, before_it.expected) == ("baseline_year", None)
