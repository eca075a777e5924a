import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission

from indicators.dashboards.standing import short_word
from indicators.models import CouncilReport
from indicators.reports.publishing import publish_report
from tests.factories import a_plan, a_policy
from tests.indicators.reports.packs import (
    AT,
    a_followed_plan,
    a_review,
    an_opinion,
)
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_a_visitor_finds_no_pack_before_it_is_published(client):
    plan, _, _ = a_followed_plan()

    response = client.get(f"/plans/{plan.slug}/reports/R7/")

    assert response.status_code == 404
    assert "新規相談者数" not in response.content.decode()


def test_staff_see_it_as_a_draft_that_nobody_stores(staff_client):
    plan, _, _ = a_followed_plan()

    response = staff_client.get(f"/plans/{plan.slug}/reports/R7/")

    page = response.content.decode()
    assert "案（公表前）" in page
    assert "新規相談者数" in page
    assert "no-store" in response["Cache-Control"]


def test_staff_without_the_permission_are_visitors(client, django_user_model):
    plan, _, _ = a_followed_plan()
    user = django_user_model.objects.create_user("shin", password="x", is_staff=True)
    client.force_login(user)
    address = f"/plans/{plan.slug}/reports/R7/"

    refused = client.get(address).status_code
    user.user_permissions.add(Permission.objects.get(codename="change_councilreport"))

    assert (refused, client.get(address).status_code) == (404, 200)


def test_a_published_pack_says_whose_it_is_of_when_and_with_three_voices(client):
    plan, policy, target = a_followed_plan()
    a_review(target.initiative)
    an_opinion(policy)
    publish_report(plan, 2025, at=AT)

    response = client.get(f"/plans/{plan.slug}/reports/R7/")

    page = response.content.decode()
    for words in (
        plan.title,
        "令和7年度（2025年度） 進み具合の報告",
        "令和8年10月1日現在",
        "自動判定",
        "担当課評価",
        "C 見直しが必要",
        "案内を早めます。",
        "委員会意見",
        "身近な案内を。",
        "メモ",
        "判定の版：1",
        "試験のための資料",
        "2／2枚",
    ):
        assert words in page
    assert "案（公表前）" not in page
    assert not response.has_header("Vary") or "Cookie" not in response["Vary"]


def test_each_policy_has_a_sheet_of_its_own_after_the_summary(client):
    plan, _, _ = a_followed_plan()
    a_policy(plan, title="もう1つの方針")
    publish_report(plan, 2025, at=AT)

    soup = BeautifulSoup(
        client.get(f"/plans/{plan.slug}/reports/R7/").content, "html.parser"
    )

    assert len(soup.select(".sheet")) == 3
    assert len(soup.select("h1")) == 1
    assert all(table.caption and table.thead for table in soup.select(".sheet table"))


def test_a_pack_in_words_says_when_no_review_was_written(staff_client):
    page = staff_client.get("/plans/kita-ku/reports/R7/").content.decode()

    assert "令和7年度の担当課評価は、まだ書かれていません。" in page
    assert "未記入" in page


@pytest.mark.parametrize("year", ["2025", "r7", "令和7年度", "R7年度"])
def test_other_ways_to_name_the_year_lead_to_the_one_address(client, year):
    plan, _, _ = a_followed_plan()
    publish_report(plan, 2025, at=AT)

    response = client.get(f"/plans/{plan.slug}/reports/{year}/")

    assert response.status_code == 301
    assert response["Location"] == f"/plans/{plan.slug}/reports/R7/"


@pytest.mark.parametrize("year", ["R99", "abc", "R0", "7"])
def test_what_is_no_year_of_the_plan_is_not_found(staff_client, year):
    plan, _, _ = a_followed_plan()

    assert staff_client.get(f"/plans/{plan.slug}/reports/{year}/").status_code == 404


def test_the_list_shows_published_packs_newest_first(client):
    plan, _, _ = a_followed_plan()
    for year in (2024, 2025):
        publish_report(plan, year, at=AT)

    soup = BeautifulSoup(
        client.get(f"/plans/{plan.slug}/reports/").content, "html.parser"
    )

    assert [link["href"] for link in soup.select(".reportlist a")] == [
        f"/plans/{plan.slug}/reports/R7/",
        f"/plans/{plan.slug}/reports/R6/",
    ]
    assert "令和8年10月1日公表" in soup.text


def test_an_empty_list_says_so_and_leads_on(client):
    page = client.get("/plans/kashiwa-chiiki-fukushi/reports/").content.decode()

    assert "公表した資料は、まだありません。" in page
    assert 'href="/plans/kashiwa-chiiki-fukushi/dashboard/"' in page


def test_a_draft_plan_has_no_pages(client):
    plan = a_plan(state="draft")

    assert client.get(f"/plans/{plan.slug}/reports/").status_code == 404


def test_a_pack_made_of_samples_says_so_when_they_are_gone(client):
    plan, _, _ = a_followed_plan()
    report = publish_report(plan, 2025, at=AT)
    report.content["is_sample"] = True
    report.save()

    page = client.get(f"/plans/{plan.slug}/reports/R7/").content.decode()

    assert "サンプル値のお知らせ" in page
    assert CouncilReport.objects.count() == 1


def test_the_list_costs_three_queries(client):
    plan, _, _ = a_followed_plan()
    publish_report(plan, 2025, at=AT)

    assert queries_of(client, f"/plans/{plan.slug}/reports/") <= 3


def test_the_pack_says_what_the_dashboard_says(client):
    plan, _, target = a_followed_plan()
    report = publish_report(plan, 2025, at=AT)
    (row,) = report.content["policies"][0]["targets"]["rows"]

    board = client.get(f"/plans/{plan.slug}/dashboard/?year=R7").content.decode()
    page = client.get(target.get_absolute_url()).content.decode()

    for text in (board, page):
        assert short_word_of(row) in text
        assert (
            report.content["policies"][0]["targets"]["reasons"][0]["texts"][0] in text
        )


def short_word_of(row):
    return short_word(type("Label", (), {"word": row["chip"]["word"]}))
