"""Fifty people change a figure each at the same moment: all of them are stored."""

from functools import partial
from threading import Barrier

from tests.crowd.editors import SAVED
from tests.crowd.office import an_office

PEOPLE = 50


def test_different_figures_are_all_stored(at_once, made):
    office = made(lambda: an_office(people=PEOPLE, figures=PEOPLE))
    all_opened = Barrier(PEOPLE)
    wait = partial(all_opened.wait, timeout=120)
    editors = office.editors(lambda number: number)

    edits = at_once(
        *(partial(one.edit, 1000 + n, wait) for n, one in enumerate(editors))
    )

    assert [edit.status for edit in edits] == [SAVED] * PEOPLE
    for edit, rows in zip(edits, made(lambda: _histories(office)), strict=True):
        before, after = rows
        assert (before.value, after.value) == (edit.seen, edit.typed)
        assert after.history_user == edit.person


def _histories(office):
    return [
        list(one.history.select_related("history_user").order_by("history_id"))
        for one in office.observations
    ]
