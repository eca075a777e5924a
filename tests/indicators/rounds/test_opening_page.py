"""The planning section opens a round: typed, looked at, opened."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from indicators.models import CollectionRound
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.staff_records import (
    a_department,
    a_person,
    a_publisher,
    a_round,
    logged_in,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 4, 10)


@pytest.fixture(autouse=True)
def april(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


@pytest.fixture
def publisher():
    publisher = a_publisher()
    plan = a_plan(publisher=publisher, title="見本計画")
    initiative = an_initiative(a_measure(a_policy(plan)))
    a_target(initiative, department=a_department(publisher, name="福祉課"))
    a_target(initiative)
    return publisher


@pytest.fixture
def planning(client):
    return logged_in(client, a_person("計画担当"))


def typed(publisher):
    return {
        "publisher": publisher.pk,
        "fiscal_year": 2025,
        "opens_on": "2026-04-10",
        "due_on": "2026-05-31",
        "message": "よろしくお願いします。",
    }


def words(response):
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def test_the_preview_counts_and_saves_nothing(planning, publisher):
    response = planning.post(reverse("round-new"), typed(publisher))

    said = words(response)
    assert "実績2件を聞きます" in said
    assert "見本計画 実績2件" in said
    assert "令和8年4月10日から令和8年5月31日まで入力できます。" in said
    assert "福祉課 実績1件" in said
    assert "1件は、担当課が決まっていません" in said
    assert not CollectionRound.objects.exists()


def test_the_preview_carries_what_was_typed_to_the_opening(planning, publisher):
    page = planning.post(reverse("round-new"), typed(publisher))
    form = BeautifulSoup(page.content, "html.parser").select_one("main form[method]")
    hidden = {tag["name"]: tag.get("value", "") for tag in form.select("input[name]")}

    response = planning.post(reverse("round-new"), {**hidden, "open": "1"}, follow=True)

    round_ = CollectionRound.objects.get()
    assert (round_.due_on, round_.items.count()) == (date(2026, 5, 31), 2)
    assert round_.message == "よろしくお願いします。"
    assert "照会を開きました。2件を聞いています。" in words(response)


def test_going_back_keeps_what_was_typed(planning, publisher):
    response = planning.post(reverse("round-new"), {**typed(publisher), "back": "1"})

    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("#id_due_on")["value"] == "2026-05-31"
    assert (
        page.select_one("#id_message").get_text(strip=True) == "よろしくお願いします。"
    )


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"due_on": "2026-04-01"}, "しめ切りは、入力を始める日かそれより後の日に"),
        ({"due_on": "2028-04-01"}, "入力を始める日から1年以内"),
        ({"opens_on": "9999-01-01"}, "今日から1年以内の日"),
        ({"due_on": "五月"}, "日付として読めません"),
        ({"publisher": ""}, "発行者を選んでください"),
    ],
    ids=["before opening", "years later", "far away", "no date", "no publisher"],
)
def test_wrong_input_is_named_and_kept(planning, publisher, values, sentence):
    response = planning.post(reverse("round-new"), {**typed(publisher), **values})

    page = BeautifulSoup(response.content, "html.parser")
    assert sentence in page.select_one("[role=alert]").get_text()
    assert "よろしくお願いします。" in page.select_one("#id_message").get_text()


def test_a_second_round_of_the_year_is_refused(planning, publisher):
    a_round(publisher)

    response = planning.post(reverse("round-new"), {**typed(publisher), "open": "1"})

    assert "この年度の照会は、すでにあります。" in words(response)


def test_a_round_that_somebody_opens_meanwhile_is_said(
    planning, publisher, monkeypatch
):
    monkeypatch.setattr(CollectionRound, "validate_constraints", lambda *a, **k: None)
    a_round(publisher)

    response = planning.post(reverse("round-new"), {**typed(publisher), "open": "1"})

    assert "ほかの人が先に開きました" in words(response)
