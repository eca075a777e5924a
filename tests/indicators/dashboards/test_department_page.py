import pytest
from bs4 import BeautifulSoup

from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.dashboards.records import a_department, a_review
from tests.indicators.dashboards.standings import publish_values

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative():
    """One in the charge of 福祉政策課, beside one that is not."""
    measure = a_measure(a_policy(a_plan(slug="mihon")))
    a_target(an_initiative(measure), name="よその目標")
    return an_initiative(measure, label="", title="見守り", department=a_department())


def page_of(client, query=""):
    response = client.get(f"/plans/mihon/departments/fukushi/{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_a_department_sees_its_targets_and_initiatives(client, initiative):
    publish_values(a_target(initiative, name="相談者数"), r7="958")
    a_review(initiative, rating="A")

    soup = page_of(client)

    assert soup.h1.text == "福祉政策課の目標の進み具合"
    assert soup.select_one(".verdict").text == "判定できた1件の目標は、順調です。"
    assert [link.text for link in soup.select("#targets .t a")] == ["相談者数"]
    reviews = soup.select_one("[aria-labelledby=h-reviews]")
    assert [link.text for link in reviews.select(".t a")] == ["見守り"]
    assert "A 計画を上回る" in reviews.text
    assert "よその目標" not in soup.text


def test_a_targets_own_department_wins_over_its_initiatives(client, initiative):
    other = a_department(code="chiiki", name="地域福祉課")
    a_target(initiative, name="任せた目標", department=other)
    a_target(initiative, name="残した目標")

    assert [link.text for link in page_of(client).select("#targets .t a")] == [
        "残した目標"
    ]


def test_filters_work_on_the_page_of_a_department(client, initiative):
    publish_values(a_target(initiative, name="順調な目標"), r7="958")
    a_target(initiative, name="報告のない目標")

    soup = page_of(client, "?status=waiting&department=fukushi")

    assert [link.text for link in soup.select("#targets .t a")] == ["報告のない目標"]
    assert "担当課の条件は、このページで使えない値のため" in soup.text
    assert soup.select_one("form.filters")["action"].startswith(
        "/plans/mihon/departments/fukushi/"
    )


def test_a_department_that_was_dissolved_names_its_successor(client, initiative):
    department = initiative.department
    department.valid_to_fy = 2025
    department.successor = a_department(code="chiiki", name="地域福祉課")
    department.save()

    assert (
        "この課は令和7年度までの課です。いまは地域福祉課が引き継いでいます。"
        in page_of(client).text
    )


def test_a_department_without_work_in_the_plan_has_no_page(client, initiative):
    a_department(code="chiiki", name="地域福祉課")

    assert client.get("/plans/mihon/departments/chiiki/").status_code == 404
    assert client.get("/plans/mihon/departments/nowhere/").status_code == 404
