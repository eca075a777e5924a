"""April: people leave departments and join others; their open items stay behind."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from indicators.models import RoundItem
from tests.factories import a_target
from tests.staff_records import a_department, a_person, a_round, an_item
from tests.welfare_plan.people.pages import errors_in, opened, typed

pytestmark = pytest.mark.django_db


def item_of(person, department, **values):
    return an_item(
        values.pop("round_", None) or a_round(department.publisher),
        target=a_target(),
        department=department,
        person=person,
    )


def move(client, person, **choices):
    address = reverse("person-transfer", args=[person.pk])
    return client.post(address, {**typed(opened(client, address)), **choices})


def departments(person):
    return {str(row.department) for row in person.memberships.all()}


def test_a_person_changes_departments_and_leaves_open_items_there(
    administrator_client, administrator, welfare, elderly
):
    person = a_person("担当課", welfare)
    item = item_of(person, welfare)

    move(administrator_client, person, leaving=[welfare.pk], joining=[elderly.pk])

    item.refresh_from_db()
    assert departments(person) == {"高齢課"}
    assert (item.person, item.department) == (None, welfare)
    assert item.history.first().history_change_reason.startswith("担当者の異動")
    assert item.history.first().history_user == administrator


def test_the_page_says_beforehand_what_will_stay(administrator_client, welfare):
    person = a_person("担当課", welfare)
    item_of(person, welfare)

    main = opened(administrator_client, reverse("person-transfer", args=[person.pk]))

    assert "離れる課の項目は、担当者なしでその課に引き継がれます" in main.text
    assert main.select_one(".note li").text == "福祉課：1件"


def test_items_of_departments_that_stay_and_of_closed_rounds_are_kept(
    administrator_client, welfare, elderly
):
    person = a_person("担当課", welfare, elderly)
    kept = item_of(person, elderly)
    closed = a_round(welfare.publisher, fiscal_year=2024, closed_at=timezone.now())
    old = item_of(person, welfare, round_=closed)

    move(administrator_client, person, leaving=[welfare.pk])

    named = RoundItem.objects.filter(person=person)
    assert set(named) == {kept, old}


def test_items_of_a_predecessor_go_with_the_department_that_took_over(
    administrator_client, welfare, elderly
):
    before = a_department(
        welfare.publisher, name="旧福祉課", valid_to_fy=2020, successor=welfare
    )
    person = a_person("担当課", welfare)
    item = item_of(person, before)

    move(administrator_client, person, leaving=[welfare.pk], joining=[elderly.pk])

    item.refresh_from_db()
    assert item.person is None


def test_choosing_nothing_is_said_and_changes_nothing(administrator_client, welfare):
    person = a_person("担当課", welfare)

    response = move(administrator_client, person)

    assert "離れる課か、新しく所属する課を選んでください。" in errors_in(response)[0]
    assert departments(person) == {"福祉課"}


def test_a_role_that_ends_leaves_all_open_items(administrator_client, welfare):
    person = a_person("担当課", welfare)
    item = item_of(person, welfare)
    address = reverse("person-edit", args=[person.pk])
    form = typed(opened(administrator_client, address))

    administrator_client.post(address, {**form, "roles": ["閲覧"]})

    item.refresh_from_db()
    assert item.person is None
    assert not User.objects.get(pk=person.pk).has_perm("indicators.answer_round")
