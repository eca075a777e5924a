"""Due date and message change; nobody overwrites the other unasked."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from tests.staff_records import (
    a_person,
    a_round,
    logged_in,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 4, 10)


@pytest.fixture(autouse=True)
def april(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


@pytest.fixture
def planning(client):
    return logged_in(client, a_person("計画担当"))


def words(response):
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def test_a_change_that_somebody_else_made_is_shown_before_it_is_overwritten(planning):
    round_ = a_round()
    address = reverse("round-change", args=[round_.pk])
    page = BeautifulSoup(planning.get(address).content, "html.parser")
    version = page.select_one("[name=version]")["value"]
    round_.message = "ほかの人のことば"
    round_.save()
    mine = {"due_on": "2026-06-30", "message": "わたしのことば", "version": version}

    refused = planning.post(address, mine)

    assert refused.status_code == 409
    assert "ほかの人のことば" in words(refused)
    assert "わたしのことば" in words(refused)
    again = BeautifulSoup(refused.content, "html.parser").select_one("[name=version]")
    planning.post(address, {**mine, "version": again["value"]})
    round_.refresh_from_db()
    assert (round_.message, round_.due_on) == (
        "わたしのことば",
        date(2026, 5, 31) + timedelta(30),
    )


def test_the_page_says_which_round_is_changed(planning):
    round_ = a_round()

    page = planning.get(reverse("round-change", args=[round_.pk]))

    assert f"{round_.publisher} 令和7年度の照会の内容を変える" in words(page)


def test_the_first_day_can_be_put_right_as_long_as_it_has_not_come(planning):
    round_ = a_round(opens_on=TODAY + timedelta(1))
    address = reverse("round-change", args=[round_.pk])

    planning.post(address, {"opens_on": "2026-04-20", "due_on": "2026-05-31"})
    round_.refresh_from_db()

    assert round_.opens_on == date(2026, 4, 20)


def test_the_first_day_of_a_round_that_has_begun_stays(planning):
    round_ = a_round(opens_on=TODAY)
    address = reverse("round-change", args=[round_.pk])

    planning.post(address, {"opens_on": "2026-04-20", "due_on": "2026-06-30"})
    round_.refresh_from_db()

    assert (round_.opens_on, round_.due_on) == (TODAY, date(2026, 6, 30))
