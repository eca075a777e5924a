"""Who is written to about what is owed."""

from datetime import date

import pytest

from indicators.rounds.recipients import recipients
from tests.factories import a_target
from tests.staff_records import (
    a_department,
    a_person,
    a_publisher,
    a_round,
    an_item,
)
from tests.value_records import an_observation

pytestmark = pytest.mark.django_db

WEEK_BEFORE = date(2026, 5, 24)


@pytest.fixture
def publisher():
    return a_publisher()


@pytest.fixture
def round_(publisher):
    return a_round(publisher)


def addresses(round_, **values):
    return {to.address: to.count for to in recipients(round_, **values)}


def test_all_members_of_a_department_are_written_to(publisher, round_):
    department = a_department(publisher)
    people = [a_person("担当課", department) for _ in range(2)]
    an_item(round_, target=a_target(), department=department)
    an_item(round_, target=a_target(), department=department)

    assert addresses(round_) == {person.email: 2 for person in people}


def test_members_who_share_an_address_get_one_mail_with_the_right_count(
    publisher, round_
):
    department = a_department(publisher)
    for _ in range(2):
        a_person("担当課", department, email="fukushi@example.jp")
    an_item(round_, target=a_target(), department=department)

    assert addresses(round_) == {"fukushi@example.jp": 1}


@pytest.mark.parametrize("role", ["閲覧", "管理者"])
def test_a_member_who_cannot_answer_does_not_stand_in_for_the_planning_section(
    publisher, round_, role
):
    department = a_department(publisher)
    a_person(role, department)
    planning = a_person("計画担当")
    an_item(round_, target=a_target(), department=department)

    assert addresses(round_) == {planning.email: 1}


def test_the_items_own_person_comes_before_the_department(publisher, round_):
    department = a_department(publisher)
    a_person("担当課", department)
    own = a_person("担当課", department)
    an_item(round_, target=a_target(), department=department, person=own)

    assert addresses(round_) == {own.email: 1}


def test_members_of_the_department_that_took_over_are_written_to(publisher, round_):
    new = a_department(publisher)
    old = a_department(publisher, valid_to_fy=2025, successor=new)
    person = a_person("担当課", new)
    an_item(round_, target=a_target(), department=old)

    assert addresses(round_) == {person.email: 1}


@pytest.mark.parametrize(
    "values", [{"is_active": False}, {"email": ""}], ids=["left", "no address"]
)
def test_the_planning_section_stands_in_for_whoever_cannot_be_reached(
    publisher, round_, values
):
    department = a_department(publisher)
    gone = a_person("担当課", department, **values)
    planning = a_person("計画担当")
    an_item(round_, target=a_target(), department=department, person=gone)
    an_item(round_, target=a_target())

    assert addresses(round_) == {planning.email: 2}


@pytest.mark.parametrize(
    ("state", "is_owed"),
    [
        ("draft", True),
        ("returned", True),
        ("submitted", False),
        ("approved", False),
        ("published", False),
    ],
)
def test_what_was_handed_in_is_not_owed(publisher, round_, state, is_owed):
    a_person("計画担当")
    target = a_target()
    an_item(round_, target=target)
    an_observation(target=target, state=state)

    assert bool(recipients(round_)) is is_owed
