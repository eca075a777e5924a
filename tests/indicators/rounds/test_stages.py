"""When departments are reminded: the days of the schedule and what makes up for one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.rounds.stages import GAP, is_due, next_possible, stages

OPENS, DUE = date(2026, 4, 10), date(2026, 5, 31)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
LENGTHS = st.integers(0, 200)


def after(days):
    return DUE + timedelta(days=days)


def test_the_schedule_of_half_a_year():
    days = [(day - DUE).days for day in stages(OPENS, DUE, after(100))]

    assert days == [-30, -7, -1, 1, 7, 37, 67, 97]


def test_stages_before_the_opening_are_left_out():
    opens = after(-10)

    assert next(stages(opens, DUE, DUE)) == after(-7)


@pytest.mark.parametrize(
    ("day", "last", "due"),
    [
        (-31, None, False),
        (-30, None, True),
        (-28, None, True),
        (-28, -30, False),
        (-7, -30, True),
        (-1, -7, True),
        (1, -1, False),
        (4, -1, True),
        (5, 4, False),
        (7, 4, False),
        (9, 4, True),
        (36, 9, False),
        (37, 9, True),
    ],
    ids=[
        "too early",
        "first stage",
        "missed and made up for",
        "already written",
        "next stage",
        "six days later",
        "two days after the last",
        "made up for when the gap is over",
        "made up for already",
        "three days after the last",
        "gap over",
        "between stages",
        "a month later",
    ],
)
def test_who_is_written_to(day, last, due):
    last = None if last is None else after(last)

    assert is_due(after(day), OPENS, DUE, last) is due


@given(opens=DAYS, length=LENGTHS, days=st.lists(st.booleans(), max_size=300))
def test_however_often_the_command_runs_nobody_is_written_to_twice_in_five_days(
    opens, length, days
):
    due_on, last, sent = opens + timedelta(days=length), None, []

    for number, runs in enumerate(days):
        today = opens + timedelta(days=number)
        if runs and is_due(today, opens, due_on, last):
            sent.append(last := today)

    assert all(b - a >= GAP for a, b in zip(sent, sent[1:], strict=False))


@given(opens=DAYS, length=LENGTHS, number=st.integers(0, 300))
def test_a_stage_is_never_lost_by_days_without_a_run(opens, length, number):
    due_on, today = opens + timedelta(days=length), opens + timedelta(days=number)

    reached = list(stages(opens, due_on, today))

    assert is_due(today, opens, due_on, None) == bool(reached)


@given(day=DAYS)
def test_the_day_that_is_named_is_the_first_one_that_is_free(day):
    opens, due_on = day - timedelta(days=100), next_possible(day)

    assert next_possible(day) - day == GAP
    assert is_due(due_on - timedelta(days=1), opens, due_on, day - GAP * 6)
