"""A plan or a department never comes back to itself."""

import pytest
from django.core.exceptions import ValidationError

from initiatives.models import Department
from plans.models import Publisher
from tests.factories import a_plan

pytestmark = pytest.mark.django_db


def test_a_plan_is_not_its_own_parent():
    plan = a_plan()
    plan.parent = plan

    with pytest.raises(ValidationError, match="別の計画を選んでください"):
        plan.full_clean()


def test_a_plan_is_not_below_a_plan_below_it():
    upper = a_plan()
    upper.parent = a_plan(parent=upper)

    with pytest.raises(ValidationError, match="別の計画を選んでください"):
        upper.full_clean()


def test_a_department_does_not_take_over_from_itself():
    publisher = Publisher.objects.create(
        slug="mihon", name="見本市", kind="municipality"
    )
    department = Department.objects.create(publisher=publisher, code="a", name="福祉課")
    department.successor = department

    with pytest.raises(ValidationError, match="別の課を選んでください"):
        department.full_clean()


def test_a_change_of_a_related_plan_renews_the_page_that_names_it():
    parent = a_plan()

    scopes = a_plan(slug="child", parent=parent).publishing_scopes()

    assert scopes == {"plan:child", f"plan:{parent.slug}"}
