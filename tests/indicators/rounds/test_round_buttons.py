"""What the planning section does on the overview of a round."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from indicators.models import RoundItem
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

TODAY = date(2026, 5, 19)


@pytest.fixture(autouse=True)
def may(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


@pytest.fixture
def publisher():
    return a_publisher()


@pytest.fixture
def round_(publisher):
    return a_round(publisher)


@pytest.fixture
def planning(client):
    return logged_in(client, a_person("計画担当"))


def page_of(client, round_, query=""):
    response = client.get(reverse("round-detail", args=[round_.pk]) + query)
    return BeautifulSoup(response.content, "html.parser")


def test_ticked_items_are_given_to_a_department(planning, publisher, round_):
    department = a_department(publisher)
    items = [an_item(round_, target=a_target()) for _ in range(3)]
    sent = {f"version-{item.pk}": version_of(item) for item in items}
    sent |= {"row": [items[0].pk, items[1].pk], "to_department": department.pk}

    planning.post(reverse("round-assign", args=[round_.pk]), sent)

    owners = RoundItem.objects.order_by("pk").values_list("department", flat=True)
    assert list(owners) == [department.pk, department.pk, None]


def test_an_item_that_was_given_away_meanwhile_is_refused_and_the_others_go_on(
    planning, publisher, round_
):
    mine, theirs = a_department(publisher), a_department(publisher)
    items = [an_item(round_, target=a_target(name=name)) for name in ("甲", "乙")]
    sent = {f"version-{item.pk}": version_of(item) for item in items}
    sent |= {"row": [item.pk for item in items], "to_department": mine.pk}
    items[0].department = theirs
    items[0].save()

    response = planning.post(reverse("round-assign", args=[round_.pk]), sent)

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 409
    assert "甲：ほかの人が先に変えました" in page.select_one("[role=alert]").get_text()
    owners = RoundItem.objects.order_by("pk").values_list("department", flat=True)
    assert list(owners) == [theirs.pk, mine.pk]
    ticked = page.select(".work input[checked]")
    assert [tag["value"] for tag in ticked] == [str(items[0].pk), str(items[1].pk)]
    assert page.select_one(f"#f-to_department option[value='{mine.pk}'][selected]")


def test_the_remind_button_says_when_it_may_be_pressed_again(
    planning, publisher, round_
):
    department = a_department(publisher)
    a_person("担当課", department)
    an_item(round_, target=a_target(), department=department)
    address = reverse("round-remind", args=[round_.pk])

    first = planning.post(address, {"department": department.pk}, follow=True)
    second = planning.post(address, {"department": department.pk}, follow=True)

    assert "催促のメールを1通送りました。" in first.content.decode()
    assert (
        "令和8年5月19日に送ったばかりのため、送りませんでした。"
        "令和8年5月24日から、また送れます。"
    ) in second.content.decode()
    assert len(mail.outbox) == 1


def test_a_closed_round_reminds_nobody_and_can_be_opened_again(
    planning, publisher, round_
):
    an_item(round_, target=a_target())
    planning.post(reverse("round-close", args=[round_.pk]))

    planning.post(reverse("round-remind", args=[round_.pk]))

    assert not mail.outbox
    assert "この照会は終わりました。" in page_of(planning, round_).get_text()
    planning.post(reverse("round-reopen", args=[round_.pk]))
    assert "あと12日です。" in page_of(planning, round_).get_text()


@pytest.mark.parametrize("role", ["担当課", "閲覧", "管理者"])
@pytest.mark.parametrize("name", ["change", "update", "close", "assign", "remind"])
def test_nobody_else_may_change_a_round(client, round_, role, name):
    address = reverse(f"round-{name}", args=[round_.pk])

    response = logged_in(client, a_person(role)).post(address)

    assert response.status_code == 403
    round_.refresh_from_db()
    assert round_.closed_at is None


def test_up_to_date_shows_what_would_happen_before_it_does(planning, round_):
    item = an_item(round_, target=a_target(name="なくなった目標"))
    address = reverse("round-update", args=[round_.pk])

    page = planning.get(address)

    assert "なくなった目標" in page.content.decode()
    assert RoundItem.objects.filter(pk=item.pk).exists()
    planning.post(address)
    assert not RoundItem.objects.filter(pk=item.pk).exists()
