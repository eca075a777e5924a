import pytest
from bs4 import BeautifulSoup

from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

KASHIWA = "/plans/kashiwa-chiiki-fukushi/"


def test_plan_page_shows_the_whole_tree_as_nested_lists(client):
    soup = BeautifulSoup(client.get(KASHIWA).content, "html.parser")

    policies = soup.select(".tree > li")
    measures = soup.select(".tree > li > .rows > li")
    initiatives = soup.select(".tree > li > .rows > li > .leaves > li")

    assert (len(policies), len(measures), len(initiatives)) == (4, 14, 14)
    assert "だれもが身近な地域の問題に関心を持ち共に支えあう地域づくり" in (
        policies[0].text
    )


def test_plan_page_shows_each_goal_with_unit_and_year(client):
    page = client.get(KASHIWA).content.decode()

    assert "904人／年（令和5年度）" in page
    assert "1,100人／年（令和12年度）" in page
    assert "1,077件／年（令和4年度）" in page
    assert "○〇件" in page


def test_plan_page_says_that_the_title_is_a_working_title(client):
    page = client.get(KASHIWA).content.decode()

    assert "仮の名称" in page
    assert "原典の掲載部分に名称の印刷がない" in page


def test_plan_page_links_to_its_related_plans_and_they_link_back(client):
    page = client.get(KASHIWA).content.decode()
    related = client.get("/plans/kashiwa-saihan-boshi/").content.decode()

    assert "柏市再犯防止推進計画" in page
    assert "柏市重層的支援体制整備事業実施計画" in page
    assert f'href="{KASHIWA}"' in related


def test_plan_page_shows_the_contact_a_plan_prints_with_its_date(client):
    page = client.get("/plans/kashiwa-shakyo-3/").content.decode()

    assert "TEL 04-7163-9000" in page
    assert "平成26年3月" in page


def test_plan_page_says_that_the_period_is_over_and_reports_nothing_missing(client):
    page = client.get("/plans/kashiwa-shakyo-3/").content.decode()

    assert "この計画の期間は平成30年度で終わりました。" in page
    assert "未報告" not in page


def test_plan_page_costs_six_queries_however_large_the_plan(client):
    plan = a_plan()
    a_target_in(plan)
    first = queries_of(client, plan.get_absolute_url())
    for _ in range(20):
        a_target_in(plan)

    assert queries_of(client, plan.get_absolute_url()) == first
    assert queries_of(client, KASHIWA) <= 6


def a_target_in(plan):
    return a_target(an_initiative(a_measure(a_policy(plan))))
