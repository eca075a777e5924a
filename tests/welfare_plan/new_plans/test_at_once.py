"""Two people confirm one import at once: one plan, both are led to it."""

import pytest
from django.urls import reverse

from plans.models import Plan
from tests.sent_forms import SentForm
from tests.staff_records import a_person, client_of
from tests.welfare_plan.new_plans.workbooks import a_plan_import

pytestmark = pytest.mark.django_db


def opened_by_two():
    address = reverse("plan-import", args=[a_plan_import().pk])
    people = [client_of(a_person("計画担当")) for _ in range(2)]
    return [SentForm(person, address, "confirm") for person in people]


def test_an_import_that_two_people_confirm_makes_one_plan(at_once, made):
    forms = made(opened_by_two)

    screens = at_once(*(form.send for form in forms))

    assert [screen.status for screen in screens] == [302, 302]
    assert made(Plan.objects.filter(slug="tonari-4").count) == 1
