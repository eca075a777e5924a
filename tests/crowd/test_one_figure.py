"""Fifty people change one figure: no update is lost, every conflict is reported."""

from functools import partial
from itertools import pairwise
from threading import Barrier
from time import monotonic

import pytest
from django.db import connection

from indicators.models import Observation
from tests.crowd.editors import CONFLICT, SAVED
from tests.crowd.office import an_office

PEOPLE = 50
FIRST = 900


@pytest.mark.long
@pytest.mark.parametrize(
    "times",
    [
        pytest.param(1, id="short"),
        pytest.param(20, id="full", marks=pytest.mark.drill),
    ],
)
def test_every_change_of_a_figure_stands_or_is_reported(
    at_once, made, times, print_figures
):
    office = made(lambda: an_office(people=PEOPLE))
    started = monotonic()

    edits = sum(at_once(*_jobs(office, times)), [])

    saved = [edit for edit in edits if edit.status == SAVED]
    lost = [edit for edit in edits if edit.status == CONFLICT]
    rows = made(lambda: _history_of(office.observations[0]))
    print_figures(
        id="R1",
        database=connection.vendor,
        people=PEOPLE,
        edits=len(edits),
        saved=len(saved),
        conflicts=len(lost),
        other_answers=len(edits) - len(saved) - len(lost),
        history_rows=len(rows) - 1,
        seconds=round(monotonic() - started, 1),
    )
    assert len(edits) == PEOPLE * times == len(saved) + len(lost)
    assert saved
    assert lost
    _check_history(rows, saved)
    _check_words(lost, {FIRST, *(edit.typed for edit in saved)})
    assert made(lambda: _stored(office)) == rows[-1].value


def _jobs(office, times):
    """Each opens the figure and sends; the first time when all have opened it."""
    all_opened = Barrier(PEOPLE)

    def edit_often(number, editor):
        first = editor.edit(_value(number, 0), partial(all_opened.wait, timeout=120))
        return [first, *(editor.edit(_value(number, n)) for n in range(1, times))]

    return [partial(edit_often, *one) for one in enumerate(office.editors())]


def _value(number, time):
    """A value that is typed once."""
    return 1000 + 100 * number + time


def _history_of(observation):
    """Oldest first; the first one is that of the value that stood there before."""
    rows = observation.history.select_related("history_user")
    return list(rows.order_by("history_id"))


def _stored(office):
    return Observation.objects.get(pk=office.observations[0].pk).value


def _check_history(rows, saved):
    """Who, when, before and after: each success once, on what its person had seen."""
    by_value = {edit.typed: edit for edit in saved}

    assert rows[0].value == FIRST
    assert sorted(row.value for row in rows[1:]) == sorted(by_value)
    for before, after in pairwise(rows):
        edit = by_value[after.value]
        assert after.history_user == edit.person
        assert edit.seen == before.value
        assert before.history_date <= after.history_date


def _check_words(lost, ever_stored):
    for edit in lost:
        assert edit.kept == edit.typed
        assert edit.stored in ever_stored
        assert "まだ保存していません" in edit.words
        assert "さんが" in edit.words
