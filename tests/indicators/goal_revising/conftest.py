"""A planner at the screens of a goal revision, in November of 令和8年度."""

import pytest
from django.urls import reverse

from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.published import publish_value, stop_the_clock
from tests.sent_forms import SentForm
from tests.staff_records import a_person, client_of


@pytest.fixture(autouse=True)
def november(monkeypatch):
    stop_the_clock(monkeypatch)


@pytest.fixture
def planner():
    return client_of(a_person("計画担当", last_name="佐藤", first_name="花子"))


@pytest.fixture
def initiative():
    return an_initiative(a_measure(a_policy(a_plan())))


@pytest.fixture
def target(initiative):
    """904 in R5, to be 1,100 in R12; 940 in R6 and published."""
    target = a_target(initiative, name="相談会の参加者")
    publish_value(target, 2024, "940")
    return target


def revise_url(*targets):
    query = "&".join(f"target={target.pk}" for target in targets)
    return reverse("goal-revision", args=[targets[0].plan.slug]) + f"?{query}"


def typed_form(client, *targets, **goal):
    """The form of a revision, filled in; `goal` is for every target."""
    form = SentForm(client, revise_url(*targets), "preview")
    form.fill(
        **{
            "decision-effective_from_fy": 2026,
            "decision-decided_on": "2026-10-20",
            "decision-reason": "参加者が見込みより少ないため",
        }
    )
    goal = {"value": "1,000", **goal}
    for target in targets:
        form.fill(**{f"t{target.pk}-{name}": typed for name, typed in goal.items()})
    return form


def preview_form(client, *targets, **goal):
    """The preview of a revision, with its button."""
    page = typed_form(client, *targets, **goal).send().response
    return SentForm(client, revise_url(*targets), "confirm", page)
