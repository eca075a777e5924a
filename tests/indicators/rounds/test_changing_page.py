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
