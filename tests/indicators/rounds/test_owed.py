"""What of a round is owed: counted fast, and as slowly as it can be said."""

from itertools import product

import pytest

from indicators.models import RoundItem
from indicators.rounds.standing import OWED, owed, with_state
from initiatives.models import AnswerState
from tests.factories import a_measure, a_policy, a_target, an_initiative
from tests.staff_records import a_round, an_item
from tests.value_records import a_review, an_observation

pytestmark = pytest.mark.django_db

STATES = (None, *AnswerState.values)
YEAR = 2025


def a_subject(kind):
    make = {
        "target": a_target,
        "initiative": an_initiative,
        "measure": a_measure,
        "policy": a_policy,
    }
    return make[kind]()


def answer(kind, subject, state, year):
    make = an_observation if kind == "target" else a_review
    if state is not None:
        make(**{kind: subject}, state=state, fiscal_year=year)


def test_owed_is_what_no_answer_of_the_year_was_handed_in_for():
    round_, expected = a_round(fiscal_year=YEAR), set()
    for kind, state in product(RoundItem.SUBJECTS, STATES):
        subject = a_subject(kind)
        item = an_item(round_, **{kind: subject})
        answer(kind, subject, state, YEAR)
        # What was answered in the years beside it says nothing of this one.
        answer(kind, subject, AnswerState.APPROVED, YEAR - 1)
        answer(kind, subject, AnswerState.DRAFT, YEAR + 1)
        if state in (None, AnswerState.DRAFT, AnswerState.RETURNED):
            expected.add(item.pk)

    found = owed(round_.items.all())

    assert {item.pk for item in found} == expected
    assert found.count() == len(expected) == 12
    states = with_state(round_.items.all()).filter(state__in=OWED)
    assert {item.pk for item in states} == expected
