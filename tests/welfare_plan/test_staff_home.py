"""The first page of the staff: their screens, and what waits on each."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from tests.factories import a_target
from tests.plans.records import a_note
from tests.queries import queries_of
from tests.staff_records import (
    a_department,
    a_person,
    a_publisher,
    a_round,
    an_item,
    logged_in,
)
from tests.value_records import a_review, an_observation

pytestmark = pytest.mark.django_db

ADDRESS = reverse("staff-home")
TODAY = date(2026, 4, 20)


@pytest.fixture(autouse=True)
def april(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


def cards(client, person):
    """What waits, by the name of the screen."""
    page = logged_in(client, person).get(ADDRESS)
    found = BeautifulSoup(page.content, "html.parser").select("main .card")
    return {
        card.h2.get_text(strip=True): card.b.get_text(strip=True) if card.b else ""
        for card in found
    }


def test_a_department_sees_how_much_of_its_own_is_owed(client):
    publisher = a_publisher()
    own, other = a_department(publisher), a_department(publisher)
    open_, closed = (
        a_round(publisher),
        a_round(fiscal_year=2024, closed_at="2025-08-01T00:00+09:00"),
    )
    for round_, department in ((open_, own), (open_, other), (closed, own)):
        an_item(round_, target=a_target(), department=department)

    found = cards(client, a_person("担当課", own))

    assert found == {"わたしの担当": "未提出：1件", "使い方": ""}


def test_the_planning_section_sees_what_is_out_and_what_came_in(client):
    publisher = a_publisher()
    round_ = a_round(publisher)
    an_item(round_, target=a_target(), department=a_department(publisher))
    an_item(round_, target=a_target())
    an_observation(state="submitted")
    a_review(state="submitted")
    an_observation(state="approved")
    a_note(settled=False)

    found = cards(client, a_person("計画担当"))

    assert found["照会"] == "未提出：2件"
    assert found["わたしの担当"] == "未提出：1件"
    assert found["承認と公開"] == "承認待ち：2件、公開待ち：1件"
    assert found["原典の注記"].startswith("まだのもの：")


def test_a_round_that_has_not_begun_waits_for_nobody(client):
    department = a_department()
    round_ = a_round(department.publisher, opens_on=date(2026, 4, 21))
    an_item(round_, target=a_target(), department=department)

    assert cards(client, a_person("担当課", department))["わたしの担当"] == ""


def test_the_page_costs_the_same_however_much_waits(client):
    planning, costs = logged_in(client, a_person("計画担当")), []
    for _ in range(2):
        for _ in range(3):
            an_item(target=a_target())
            an_observation(state="submitted")
        costs.append(queries_of(planning, ADDRESS))

    assert costs[0] == costs[1] <= 10
