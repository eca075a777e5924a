import pytest
from bs4 import BeautifulSoup

from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.dashboards.records import a_review
from tests.indicators.dashboards.standings import publish_values

pytestmark = pytest.mark.django_db


def page_of(client, query=""):
    response = client.get(f"/dashboard/{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def card_of(soup, name):
    return next(card for card in soup.select(".card") if card.h3.a.text == name)


def a_plan_with_values(name):
    """One target on track, one without a report in R7."""
    initiative = an_initiative(a_measure(a_policy(a_plan(title=name, position=0))))
    publish_values(
        a_target(initiative, name="順調な目標", measure_type="flow"), r7="958"
    )
    publish_values(a_target(initiative, name="報告のない目標"), r6="931")
    return initiative.plan


def test_every_public_plan_has_a_card_that_leads_to_its_dashboard(client):
    a_plan(title="下書きの計画", state="draft")

    cards = page_of(client).select(".card")

    assert len(cards) == 7
    assert {card.h3.a["href"] for card in cards} >= {
        "/plans/kashiwa-chiiki-fukushi/dashboard/",
        "/plans/kita-ku/dashboard/",
    }


def test_with_nothing_published_every_card_says_where_it_stands(client):
    soup = page_of(client)

    kashiwa = card_of(soup, "柏市地域福祉計画").text
    assert "実績の公表はこれからです。" in kashiwa
    assert "取組目標（14件）のうち、8件は、実績が出れば判定できます。" in kashiwa
    assert "令和7年度の担当課評価は、まだ書かれていません。" in soup.text
    assert "この計画の期間は平成30年度で終わりました。" in soup.text


def test_a_card_counts_the_targets_of_its_plan(client):
    a_plan_with_values("見本市計画")

    card = card_of(page_of(client), "見本市計画")

    assert card.select_one(".eyebrow").text == "令和7年度（2025年度）"
    assert card.strong.text == "判定できた1件の目標は、順調です。"
    assert [line.text for line in card.select(".key span")] == [
        "順調：1件",
        "報告待ち：1件（未報告1件）",
    ]
    assert card.select_one("svg.stack")


def test_a_card_without_numbers_counts_its_reviews(client):
    initiative = an_initiative(a_measure(a_policy(a_plan(title="社協の計画"))))
    a_review(initiative, rating="A")

    card = card_of(page_of(client), "社協の計画").text

    assert "令和7年度の担当課評価は、1件が公表済みです。" in card
    assert "A 計画を上回る：1件" in card
    assert not card_of(page_of(client), "社協の計画").select("svg")


@pytest.mark.parametrize("query", ["?type=flow", "?status=waiting"])
def test_reviews_are_not_shown_under_a_choice_of_targets(client, query):
    initiative = an_initiative(a_measure(a_policy(a_plan(title="社協の計画"))))
    a_review(initiative, rating="A")

    card = card_of(page_of(client, query), "社協の計画").text

    assert "数値の目標がないため、値の種類や判定では選べません。" in card
    assert "A 計画を上回る" not in card


def test_year_type_and_status_narrow_the_cards(client):
    a_plan_with_values("見本市計画")

    year = card_of(page_of(client, "?year=R6"), "見本市計画")
    kind = card_of(page_of(client, "?type=flow"), "見本市計画")
    status = card_of(page_of(client, "?status=waiting"), "見本市計画")

    assert year.h3.a["href"].endswith("/dashboard/?year=R6")
    assert year.select_one(".eyebrow").text == "令和6年度（2024年度）"
    assert [line.text for line in kind.select(".key span")] == ["順調：1件"]
    assert [link.text for link in status.select(".namelist a")] == ["報告のない目標"]


def test_a_plan_without_the_year_says_which_it_shows_instead(client):
    a_plan_with_values("見本市計画")

    soup = page_of(client, "?year=R6&type=flow")

    ended = card_of(soup, "第3期 柏市地域健康福祉活動計画")
    assert (
        "この計画では令和6年度を選べないため、平成30年度を示しています。" in ended.text
    )
    assert "選べないため" not in card_of(soup, "見本市計画").text
    assert "選べないため" not in page_of(client).text


def test_targets_whose_source_prints_no_type_can_be_chosen(client):
    a_plan_with_values("見本市計画")

    card = card_of(page_of(client, "?type=unstated"), "見本市計画")

    assert [line.text for line in card.select(".key span")] == [
        "報告待ち：1件（未報告1件）"
    ]


def test_a_plan_without_a_target_of_the_type_counts_none(client):
    card = card_of(page_of(client, "?type=cumulative"), "柏市地域福祉計画")

    assert "この条件に当てはまる目標はありません。" in card.text
    assert "0件" not in card.text


def test_choices_of_one_plan_are_refused_politely(client):
    soup = page_of(client, "?policy=2&year=x&page=99")

    assert "年度・方針・ページの条件は、このページで使えない値のため" in soup.text
    assert len(soup.select(".card")) == 7


def test_plans_are_shown_twelve_a_page(client):
    for number in range(15):
        a_plan(title=f"計画{number}", position=100)

    first, second = page_of(client), page_of(client, "?page=2")

    assert (len(first.select(".card")), len(second.select(".card"))) == (12, 10)
    assert first.select_one("[rel=next]")["href"] == "/dashboard/?page=2"
    assert second.select_one("[rel=prev]")["href"] == "/dashboard/"
    assert "公開している22件の計画" in second.text
