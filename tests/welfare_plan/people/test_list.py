"""The list of people: found by word, department, role; many, in few queries."""

import pytest
from django.urls import reverse

from tests.queries import queries_of
from tests.staff_records import a_person
from tests.welfare_plan.people.pages import opened
from welfare_plan.people import views

pytestmark = pytest.mark.django_db


def names(client, query):
    main = opened(client, f"/staff/people/?{query}")
    return {cell.text for cell in main.select("tbody th")}


@pytest.fixture
def three(welfare, elderly):
    """花子 of the 福祉課, 太郎 of the 高齢課, 次郎 who was stopped."""
    words = {"first_name": ""}
    a_person("担当課", welfare, last_name="花子", username="f001", **words)
    a_person("担当課", elderly, last_name="太郎", email="taro@example.jp", **words)
    a_person("閲覧", last_name="次郎", is_active=False, **words)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"管理", "花子", "太郎"}),
        ("q=花", {"花子"}),
        ("q=F001", {"花子"}),
        ("q=taro@", {"太郎"}),
        ("role=担当課", {"花子", "太郎"}),
        ("role=担当課&q=太", {"太郎"}),
        ("active=stopped", {"次郎"}),
        ("active=all", {"管理", "花子", "太郎", "次郎"}),
        ("q=いない", set()),
        ("role=王様&department=x&page=99&active=?", {"管理", "花子", "太郎"}),
        ("q=%00", {"管理", "花子", "太郎"}),
    ],
)
def test_people_are_found(administrator_client, three, query, found):
    assert names(administrator_client, query) == found


def test_people_of_one_department_are_found(administrator_client, three, welfare):
    assert names(administrator_client, f"department={welfare.pk}") == {"花子"}


def test_a_row_says_who_somebody_is_and_leads_to_their_page(
    administrator_client, three
):
    main = opened(administrator_client, "/staff/people/?q=f001")

    (row,) = main.select("tbody tr")
    cells = {cell["data-l"]: cell.text for cell in row.select("td")}
    assert (cells["役割"], cells["所属"]) == ("担当課", "福祉課")
    assert cells["利用"] == "利用中"
    page = opened(administrator_client, row.a["href"])
    assert page.h1.text == "花子さんの登録"


def test_more_people_cost_no_more_queries(administrator_client, welfare, elderly):
    a_person("担当課", welfare)
    few = queries_of(administrator_client, reverse("people"))
    for _ in range(60):
        a_person("担当課", welfare, elderly)

    many = queries_of(administrator_client, reverse("people"))

    assert few == many <= 10


def test_more_departments_than_a_box_can_offer_cost_a_query_less(
    administrator_client, welfare, elderly, monkeypatch
):
    a_person("担当課", welfare, elderly)
    few = queries_of(administrator_client, reverse("people"))
    monkeypatch.setattr(views, "MOST_OPTIONS", 0)

    many = queries_of(administrator_client, reverse("people"))

    main = opened(administrator_client, "/staff/people/?role=担当課")
    (cell,) = main.select("tbody td[data-l=所属]")
    assert cell.text == "福祉課、高齢課"
    assert many == few - 1


def test_the_second_page_goes_on_where_the_first_ends(administrator_client, welfare):
    for number in range(60):
        a_person("閲覧", username=f"p{number:03}")

    first = opened(administrator_client, "/staff/people/?role=閲覧")
    second = opened(
        administrator_client, f"/staff/people/{first.select_one('[rel=next]')['href']}"
    )

    assert first.h2.text == "60人が見つかりました。"
    assert (len(first.select("tbody tr")), len(second.select("tbody tr"))) == (50, 10)
