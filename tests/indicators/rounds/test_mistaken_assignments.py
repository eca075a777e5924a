"""An item that was given to the wrong people is taken from them again."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from plans.versions import version_of
from tests.factories import a_target
from tests.staff_records import (
    a_department,
    a_person,
    a_publisher,
    a_round,
    an_item,
    logged_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def planning(client):
    return logged_in(client, a_person("計画担当"))


@pytest.fixture
def item():
    publisher = a_publisher()
    department = a_department(publisher)
    person = a_person("担当課", department)
    return an_item(
        a_round(publisher), target=a_target(), department=department, person=person
    )


def assign(client, item, **chosen):
    sent = {"row": item.pk, f"version-{item.pk}": version_of(item), **chosen}
    client.post(reverse("round-assign", args=[item.round_id]), sent)
    item.refresh_from_db()
    return item


def offered(client, item, name):
    page = client.get(reverse("round-detail", args=[item.round_id]))
    soup = BeautifulSoup(page.content, "html.parser")
    return [tag["value"] for tag in soup.select(f"#f-{name} option")]


def test_a_person_is_taken_off_and_the_department_keeps_the_item(planning, item):
    department = item.department

    assign(planning, item, to_person="none")

    assert (item.department, item.person) == (department, None)


def test_an_item_goes_back_to_the_planning_section(planning, item):
    assign(planning, item, to_department="none")

    assert (item.department, item.person) == (None, None)


def test_both_ways_back_are_offered(planning, item):
    assert "none" in offered(planning, item, "to_department")
    assert "none" in offered(planning, item, "to_person")


def test_who_cannot_answer_is_not_offered_and_not_taken(planning, item):
    viewer, before = a_person("閲覧", item.department), item.person

    assign(planning, item, to_person=viewer.pk)

    assert str(viewer.pk) not in offered(planning, item, "to_person")
    assert item.person == before


def test_a_reminder_to_a_department_that_there_is_not_goes_to_nobody(planning):
    today = timezone.localdate()
    round_ = a_round(opens_on=today, due_on=today)
    an_item(round_, target=a_target())
    address = reverse("round-remind", args=[round_.pk])

    planning.post(address, {"department": "nonsense"})

    assert mail.outbox == []
