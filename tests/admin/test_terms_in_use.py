"""Goals and interim goals by which a published year was judged cannot be taken away."""

from decimal import Decimal

import pytest

from indicators.models import GoalRevision, Milestone
from tests.admin.forms import change_form
from tests.factories import a_target
from tests.indicators.published import publish_value

pytestmark = pytest.mark.django_db


@pytest.fixture
def target():
    target = a_target(measure_type="flow")
    GoalRevision.objects.create(
        target=target,
        effective_from_fy=2025,
        decided_on="2025-04-01",
        reason="中間見直し",
        goal_value=Decimal(1300),
        goal_unit="人／年",
    )
    Milestone.objects.create(target=target, fiscal_year=2027, value=Decimal(1000))
    publish_value(target, 2025, "940")
    return target


@pytest.mark.parametrize(
    ("prefix", "sentence"),
    [
        ("goal_revisions", "目標の見直し（令和7年度）による判定が公表されているため"),
        ("milestones", "中間の目標（令和9年度）による判定が公表されているため"),
    ],
)
def test_what_judged_a_public_year_is_not_deleted(
    staff_client, target, prefix, sentence
):
    form = change_form(staff_client, target)

    answer = form.fill(**{f"{prefix}-0-DELETE": "on"}).send()

    assert not answer.saved
    assert any(sentence in error for error in answer.errors)
    assert getattr(target, prefix).count() == 1


def test_before_a_publication_they_are_deleted_freely(staff_client):
    target = a_target(measure_type="flow")
    Milestone.objects.create(target=target, fiscal_year=2027, value=Decimal(1000))

    answer = change_form(staff_client, target).fill(**{"milestones-0-DELETE": "on"})

    assert answer.send().saved
    assert not target.milestones.exists()
