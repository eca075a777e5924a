"""Which of the waiting answers an approver sees, and at what cost."""

from urllib.parse import parse_qsl, urlencode

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from indicators.approvals import page as approvals_page
from indicators.approvals.waiting import waiting
from tests.factories import a_target
from tests.indicators.approvals.records import (
    a_submitted_review,
    an_initiative_of,
    key_of,
    sent,
    submitted,
)
from tests.queries import queries_of
from tests.staff_records import a_department, a_person, a_round, an_item, logged_in
from tests.value_records import NOON

pytestmark = pytest.mark.django_db

ADDRESS = "/staff/approvals/"


@pytest.fixture(autouse=True)
def november(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)


@pytest.fixture
def planning(client):
    return logged_in(client, a_person("計画担当"))


def page_of(client, query=""):
    return BeautifulSoup(client.get(ADDRESS + query).content, "html.parser")


def texts(page, selector):
    return [" ".join(tag.get_text(" ").split()) for tag in page.select(selector)]


def test_the_tabs_count_what_waits(planning):
    submitted()
    submitted(state="approved")
    a_submitted_review()
    submitted(state="draft")

    assert texts(page_of(planning), ".counts li") == [
        "1件 実績：承認待ち",
        "1件 実績：公開待ち",
        "1件 評価：承認待ち",
        "0件 評価：公開待ち",
    ]


def test_the_address_chooses_department_plan_and_year(planning):
    one, other = submitted(), submitted(fiscal_year=2024)
    department = a_department(one.plan.publisher)
    an_item(a_round(one.plan.publisher), target=one.target, department=department)

    for query in (f"department={department.pk}", f"plan={one.plan.pk}", "year=2025"):
        titles = texts(page_of(planning, f"?{query}"), ".work h3")
        assert titles == [one.target.name], query
    assert texts(page_of(planning, "?department=0"), ".work h3") == [other.target.name]


@pytest.mark.parametrize("make", [submitted, a_submitted_review])
def test_of_more_plans_than_a_box_holds_each_answer_names_its_department(
    planning, make, monkeypatch
):
    one, _ = make(), make()
    subject = "target" if make is submitted else "initiative"
    department = a_department(one.plan.publisher)
    given = {subject: getattr(one, subject), "department": department}
    an_item(a_round(one.plan.publisher), **given)
    query = f"?kind={'figure' if make is submitted else 'review'}&state=submitted"
    few = page_of(planning, query)
    monkeypatch.setattr(approvals_page, "MOST_OPTIONS", 1)

    many = page_of(planning, query)

    assert few.select("select[name=department]")
    assert many.select("select[name=department]") == []
    assert texts(many, ".work") == texts(few, ".work")
    assert [department.name in text for text in texts(many, ".work")].count(True) == 1
    assert len(page_of(planning, f"{query}&department=0").select(".work")) == 1


def test_an_answer_that_goes_on_meanwhile_keeps_its_department(planning, monkeypatch):
    answer = submitted()
    department = a_department(answer.plan.publisher)
    given = {"target": answer.target, "department": department}
    an_item(a_round(answer.plan.publisher), **given)

    def read_just_before(place):
        found = waiting(place)
        type(answer).objects.update(state="approved")
        return found

    monkeypatch.setattr(approvals_page, "waiting", read_just_before)

    assert department.name in texts(page_of(planning), ".work")[0]


def test_nonsense_in_the_address_shows_an_empty_or_whole_list(planning):
    submitted()

    assert len(page_of(planning, "?kind=x&state=y&page=-1").select(".work")) == 1
    assert page_of(planning, f"?plan={10**17}").select(".work") == []


@pytest.mark.parametrize(
    ("query", "make"),
    [("", submitted), ("?kind=review&state=submitted", a_submitted_review)],
    ids=["figures", "reviews"],
)
def test_the_page_costs_the_same_with_many_answers(planning, query, make):
    costs = []
    for _ in range(2):
        for _ in range(5):
            make(submitted_by=a_person())
        costs.append(queries_of(planning, ADDRESS + query))

    assert costs[0] == costs[1] <= 10


def test_a_long_list_has_pages(planning):
    target = an_initiative_of()
    for _ in range(31):
        submitted(target=a_target(target))

    assert len(page_of(planning).select(".work")) == 30
    assert len(page_of(planning, "?page=2").select(".work")) == 1


def test_the_enter_key_does_nothing_and_keeps_what_was_ticked(planning):
    answer = submitted()
    first = page_of(planning).select_one("main form[method=post] button")

    response = planning.post(ADDRESS, sent(answer, **{first["name"]: first["value"]}))

    page = BeautifulSoup(response.content, "html.parser")
    assert "まだ何もしていません" in page.select_one("[role=alert]").get_text()
    assert page.select_one("[name=row][checked]")["value"] == key_of(answer)
    answer.refresh_from_db()
    assert answer.state == "submitted"


def test_the_next_page_keeps_what_was_chosen(planning, monkeypatch):
    monkeypatch.setattr(approvals_page, "PAGE", 1)
    target = a_target()
    for year in (2024, 2024, 2023):
        submitted(
            target=a_target(target.initiative), fiscal_year=year, state="approved"
        )
    chosen = {"state": "approved", "plan": str(target.plan_id), "year": "2024"}

    page = page_of(planning, f"?{urlencode(chosen)}")
    address = page.select_one(".pager [rel=next]")["href"]
    second = page_of(planning, address)

    assert chosen.items() <= dict(parse_qsl(address[1:])).items()
    assert len(second.select(".work")) == 1
    assert texts(second, ".work") != texts(page, ".work")
    assert second.select_one(".pager [rel=next]") is None
