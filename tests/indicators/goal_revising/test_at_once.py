"""Two people confirm a revision of one goal at once: one of them is told."""

import pytest

from indicators.models import GoalRevision
from tests.factories import a_target
from tests.indicators.goal_revising.conftest import preview_form
from tests.staff_records import a_person, client_of

pytestmark = pytest.mark.django_db


def forms_with(*values):
    """A preview of one target, opened by as many people as there are goals."""
    target = a_target()
    return [
        preview_form(client_of(a_person("計画担当")), target, value=value)
        for value in values
    ]


def test_of_two_goals_one_is_stored_and_the_other_is_told(at_once, made):
    forms = made(lambda: forms_with("950", "980"))

    screens = at_once(*(form.send for form in forms))

    assert sorted(screen.status for screen in screens) == [200, 302]
    (refused,) = (screen for screen in screens if screen.status == 200)
    assert "すでにあります" in refused.text
    assert made(GoalRevision.objects.count) == 1


def test_the_same_goal_from_two_people_is_stored_once(at_once, made):
    forms = made(lambda: forms_with("950", "950"))

    screens = at_once(*(form.send for form in forms))

    assert [screen.status for screen in screens] == [302, 302]
    assert made(GoalRevision.objects.count) == 1
