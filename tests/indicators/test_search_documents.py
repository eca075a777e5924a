"""What the search knows of targets and departments, and when it learns it."""

from datetime import date

import pytest

from indicators.models import GoalRevision, Milestone
from initiatives.models import Department
from plans.models import SearchEntry
from plans.publishing import publishing
from tests import factories
from tests.plans.records import a_publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def target():
    with publishing("test"):
        return factories.a_target(
            name="鰻の数",
            baseline_value=100,
            baseline_unit="匹",
            baseline_fiscal_year=2023,
            goal_value=240,
            goal_unit="匹",
            goal_fiscal_year=2030,
            goal_text="",
        )


def text_of(target):
    return SearchEntry.objects.get(
        plan=target.plan, kind="target", code=target.code
    ).text


def test_a_target_is_known_by_its_figures(target):
    assert text_of(target).split("\n")[-2:] == [
        "基準値　100匹（令和5年度）",
        "目標値　240匹（令和12年度）",
    ]


def test_a_revised_goal_stands_above_the_one_before_it(target):
    with publishing(*target.publishing_scopes()):
        GoalRevision.objects.create(
            target=target,
            effective_from_fy=2027,
            decided_on=date(2026, 11, 1),
            reason="中間見直し",
            goal_value=160,
        )

    assert text_of(target).split("\n")[-2:] == [
        "目標値　160匹（令和12年度）",
        "見直す前の目標値　240匹（令和12年度）",
    ]


def test_a_revision_that_is_taken_back_is_forgotten(target):
    before = text_of(target)
    with publishing(*target.publishing_scopes()):
        revision = GoalRevision.objects.create(
            target=target,
            effective_from_fy=2027,
            decided_on=date(2026, 11, 1),
            reason="中間見直し",
            goal_value=160,
        )
    with publishing(*target.publishing_scopes()):
        revision.delete()

    assert text_of(target) == before


def test_a_milestone_is_known(target):
    with publishing(*target.publishing_scopes()):
        Milestone.objects.create(target=target, fiscal_year=2027, value=180)

    assert "中間の目標　180匹（令和9年度）" in text_of(target)


def test_a_new_name_of_a_department_is_followed():
    with publishing("test"):
        department = Department.objects.create(
            publisher=a_publisher(), code="unagi", name="鰻対策課"
        )
        first, other = factories.an_initiative(), factories.a_target()
        for record in (first, other):
            record.department = department
            record.save()
    with publishing(*department.publishing_scopes()):
        department.name = "鯰対策課"
        department.save()

    entries = SearchEntry.objects.filter(kind="department", code="unagi")
    assert {(entry.plan, entry.title) for entry in entries} == {
        (first.plan, "鯰対策課"),
        (other.plan, "鯰対策課"),
    }
