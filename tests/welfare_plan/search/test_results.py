"""What a result says of itself: its name, its plan, whose words they are."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from initiatives.models import Department
from plans.publishing import publishing
from tests import factories
from tests.plans.records import a_publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(client):
    def open_(**query):
        response = client.get("/search/", query)
        return BeautifulSoup(response.content, "html.parser")

    return open_


def rows(soup):
    return [
        (row.h3.a.text, [tag.text for tag in row.select(".tag")])
        for row in soup.select(".results li")
    ]


def test_what_is_named_by_the_words_stands_above_what_speaks_of_it(opened):
    soup = opened(q="基本方針2")

    assert soup.select_one("main h2").text == "同じ名前のもの"
    first = soup.select_one(".results li")
    assert first.a["href"] == "/plans/kashiwa-chiiki-fukushi/policies/2/"
    assert first.select_one(".step mark").text == "基本方針 2"


def test_a_plan_that_has_ended_stands_last_and_says_so(opened):
    with publishing("test"):
        for name, end in (("前", 2020), ("今", 2099)):
            plan = factories.a_plan(period_start_fy=2015, period_end_fy=end)
            factories.a_measure(factories.a_policy(plan), title=f"{name}の鰻")

    assert rows(opened(q="鰻")) == [
        ("今の鰻", ["基本施策"]),
        ("前の鰻", ["基本施策", "終了した計画"]),
    ]


def test_the_plans_own_word_stands_beside_the_one_that_all_know(opened):
    with publishing("test"):
        plan = factories.a_plan(level2_label="柱")
        factories.a_measure(factories.a_policy(plan), title="鰻")

    assert rows(opened(q="鰻")) == [("鰻", ["柱（施策）"])]


@pytest.mark.parametrize(
    ("typed", "sentence", "tags"),
    [
        ("鯰", "鯰をかいます。", ["やさしい日本語（職員が書いた説明）"]),
        ("鰻", "鰻を飼育する。", []),
    ],
)
def test_a_summary_of_staff_is_marked_where_it_is_shown(opened, typed, sentence, tags):
    with publishing("test"):
        factories.a_measure(description="鰻を飼育する。", easy_summary="鯰をかいます。")

    row = opened(q=typed).select_one(".results li")

    shown = row.find_all("p")[1]
    assert shown.text.endswith(sentence)
    assert [tag.text for tag in shown.select(".tag")] == tags


def test_a_new_word_is_searched_for_within_the_same_filters(opened):
    soup = opened(q="見守り", plan="okegawa-shakyo-6", kind="activity")

    hidden = {field["name"]: field["value"] for field in soup.select("[type=hidden]")}
    assert hidden == {"plan": "okegawa-shakyo-6", "kind": "activity"}
    assert soup.select_one(".head .small a")["href"].endswith("%E3%82%8A")


def test_without_filters_the_form_carries_none(opened):
    assert opened(q="見守り").select("[type=hidden]") == []


@pytest.mark.parametrize("typed", ["障害", "見守り", "ボランティア", "同じ文"])
def test_every_result_leads_to_a_place_that_is_there(client, opened, typed):
    links = [link["href"] for link in opened(q=typed).select(".results h3 a")]

    assert links
    for link in links:
        page, _, place = link.partition("#")
        soup = BeautifulSoup(client.get(page).content, "html.parser")
        assert not place or soup.find(id=place), link


def test_a_department_leads_to_its_part_of_the_plan(client, opened):
    with publishing("test"):
        department = Department.objects.create(
            publisher=a_publisher(), code="unagi", name="鰻対策課"
        )
        factories.an_initiative(department=department)

    (link,) = opened(q="鰻対策課").select(".results h3 a")

    assert link["href"].endswith("/departments/unagi/")
    assert "鰻対策課" in client.get(link["href"]).content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_search_is_only_read(method):
    assert getattr(Client(), method)("/search/").status_code == 405


def test_search_engines_keep_the_page_but_none_of_its_searches(client):
    assert "X-Robots-Tag" not in client.get("/search/")
    assert client.get("/search/?q=介護")["X-Robots-Tag"] == "noindex"
