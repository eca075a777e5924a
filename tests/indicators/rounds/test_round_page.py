"""The overview of a round: how far it has come, who is missing, what can be done."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from indicators.rounds import overview
from tests.factories import a_target
from tests.queries import queries_of
from tests.staff_records import (
    a_department,
    a_person,
    a_publisher,
    a_round,
    an_item,
    logged_in,
)
from tests.value_records import an_observation

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


def items_of(page):
    return [
        tag.select_one(".check, b").get_text(strip=True) for tag in page(class_="work")
    ]


def test_it_says_how_far_and_who_is_missing(planning, publisher, round_):
    department = a_department(publisher, name="福祉課")
    a_person("担当課", department, last_name="見本", first_name="花子")
    for state in (None, "submitted"):
        target = a_target()
        an_item(round_, target=target, department=department)
        if state:
            an_observation(target=target, state=state)

    page = page_of(planning, round_)

    assert "しめ切りは令和8年5月31日です。あと12日です。" in page.get_text()
    (row,) = page.select("tbody tr")
    cells = [" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")]
    assert cells == [
        "福祉課",
        "残り1件 全部で2件",
        "未入力1 提出済み1",
        "見本 花子",
        "まだ 催促する ：福祉課",
    ]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["甲", "乙", "丙"]),
        ("?state=owed", ["甲", "乙"]),
        ("?state=draft", ["乙"]),
        ("?department=none", ["丙"]),
        ("?state=nonsense&department=99999999999999999999", ["甲", "乙", "丙"]),
    ],
    ids=["all", "owed", "drafts", "nobody's", "nonsense"],
)
def test_the_address_chooses_what_is_listed(planning, publisher, round_, query, shown):
    department = a_department(publisher)
    states = {"甲": None, "乙": "draft", "丙": "approved"}
    for name, state in states.items():
        target = a_target(name=name)
        owner = None if name == "丙" else department
        an_item(round_, target=target, department=owner)
        if state:
            an_observation(target=target, state=state)

    assert items_of(page_of(planning, round_, query)) == shown


def test_a_viewer_sees_the_round_without_buttons(client, round_):
    an_item(round_, target=a_target())

    page = page_of(logged_in(client, a_person("閲覧")), round_)

    assert len(items_of(page)) == 1
    assert page.select("main form[method=post]") == []


def test_the_page_costs_the_same_with_many_items(planning, publisher, round_):
    address = reverse("round-detail", args=[round_.pk])
    costs = []
    for _ in range(2):
        for _ in range(5):
            department = a_department(publisher)
            a_person("担当課", department)
            an_item(round_, target=a_target(), department=department)
        costs.append(queries_of(planning, address))

    assert costs[0] == costs[1] <= 10


def test_the_next_page_keeps_what_was_chosen(planning, publisher, round_, monkeypatch):
    monkeypatch.setattr(overview, "PAGE", 1)
    department = a_department(publisher)
    for name in ("相談会", "見守り", "食堂"):
        an_item(round_, target=a_target(name=name), department=department)
    an_observation(target=a_target(name="提出した目標"), state="submitted")

    page = page_of(planning, round_, f"?state=missing&department={department.pk}")
    address = page.select_one(".pager [rel=next]")["href"]

    query, place = address[1:].split("#")
    chosen = {"state": "missing", "department": str(department.pk), "page": "2"}
    assert (dict(parse_qsl(query)), place) == (chosen, "items")
    assert page.select_one(f"#{place}")
    assert items_of(page_of(planning, round_, address)) != items_of(page)
