import pytest
from bs4 import BeautifulSoup

from indicators.models import JudgementSettings
from plans.models import Plan
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.dashboards.standings import publish_values
from tests.plans.records import a_publisher
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
CODE = "122173"


def a_city(**values):
    city = a_publisher(municipality_code=CODE, name="見本市", **values)
    return city, a_plan(publisher=city, title="見本市地域福祉計画")


def a_target_of(plan):
    return a_target(an_initiative(a_measure(a_policy(plan))))


def page_of(client, address=f"/cities/{CODE}/"):
    return client.get(address).content.decode()


def text_of(page):
    return BeautifulSoup(page, "html.parser").text


def test_a_city_says_where_it_is_and_which_plans_it_has(client):
    a_city()

    page = page_of(client)

    assert "<h1>見本市</h1>" in page
    assert "千葉県" in page
    assert "見本市地域福祉計画" in page
    assert "1件の計画を公開しています。" in page


def test_each_plan_says_at_a_glance_where_it_stands(client):
    _, plan = a_city()
    publish_values(a_target_of(plan), r7="958")

    assert "判定できた1件の目標は、" in text_of(page_of(client))


def test_only_of_a_plan_with_goals_in_numbers_values_are_said_to_come(client):
    city, plan = a_city()
    a_plan(publisher=city, title="再犯防止推進計画")

    without = text_of(page_of(client))
    a_target_of(plan)
    page = BeautifulSoup(page_of(client), "html.parser")

    assert "実績の公表はこれからです。" not in without
    assert "判定の境目" not in without
    said = [card.h3.text for card in page.select(".plan") if "これから" in card.text]
    assert said == ["見本市地域福祉計画"]
    assert [row.th.text for row in page.select("#h-limits ~ table tbody tr")] == [
        "見本市地域福祉計画このサイトの標準の値"
    ]


def test_what_is_not_set_is_said_to_be_so(client):
    a_city(contact_name="福祉課", contact_phone="04-0000-0000")

    page = page_of(client)

    assert "福祉課" in page
    assert "未設定：メール、お問い合わせのページ" in page
    assert "未設定。利用条件は計画を作った団体にお問い合わせください。" in page


def test_limits_are_the_plans_own_or_said_to_be_the_standard(client):
    city, plan = a_city()
    JudgementSettings.objects.create(plan=plan, k_on="0.9", k_slight="0.5")
    for each in (plan, a_plan(publisher=city)):
        a_target_of(each)

    page = page_of(client)

    assert "90%以上" in page
    assert "95%以上" in page
    assert page.count("このサイトの標準の値") == 1


def test_the_council_of_the_same_place_has_a_page_of_its_own(client):
    a_city()
    council = a_publisher(
        municipality_code=CODE,
        name="見本市社会福祉協議会",
        kind="social_welfare_council",
        slug="mihon-shakyo",
    )
    a_plan(publisher=council, title="活動計画")

    assert "/cities/mihon-shakyo/" in page_of(client)
    assert "<h1>見本市社会福祉協議会</h1>" in page_of(client, "/cities/mihon-shakyo/")


def test_another_name_of_a_city_leads_to_its_one_address(client):
    a_city(slug="mihon-shi")

    assert client.get("/cities/mihon-shi/")["Location"] == f"/cities/{CODE}/"


def test_a_body_with_nothing_but_drafts_is_not_named(client):
    city, _ = a_city()
    Plan.objects.filter(publisher=city).update(state="draft")

    assert client.get(f"/cities/{CODE}/").status_code == 404


def test_a_city_costs_four_queries_however_many_plans(client):
    city, _ = a_city()
    first = queries_of(client, f"/cities/{CODE}/")
    for _ in range(5):
        publish_values(a_target_of(a_plan(publisher=city)), r7="958")

    assert first == queries_of(client, f"/cities/{CODE}/") == 4


def test_plan_pages_and_the_front_page_lead_to_it(client):
    assert "/cities/kashiwa-shi/" in page_of(client, "/plans/kashiwa-chiiki-fukushi/")
    assert "/cities/kashiwa-shi/" in page_of(client, "/")
