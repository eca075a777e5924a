import pytest
from bs4 import BeautifulSoup

from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.dashboards.pages import page_of
from tests.indicators.dashboards.standings import TODAY, publish_values
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_home_lists_plans_with_whose_they_are_and_for_when(client):
    page = client.get("/").content.decode()

    assert "第3期 柏市地域健康福祉活動計画" in page
    assert "社会福祉法人 柏市社会福祉協議会" in page
    assert "平成26年度（2014年度）から平成30年度（2018年度）まで" in page
    assert "この計画の期間は平成30年度で終わりました。" in page


def test_what_the_source_does_not_print_is_said_on_the_page_of_the_plan(client):
    home = client.get("/").content.decode()
    plan = client.get("/plans/kita-ku/").content.decode()

    assert "仮の名称" in home
    assert "記載がありません" not in home
    assert "原典の掲載部分に記載がありません" in plan


def test_home_counts_what_a_plan_holds_in_its_own_words(client):
    plan = a_plan(level1_label="柱", level2_label="重点目標")
    a_measure(a_policy(plan))
    a_measure(a_policy(plan))

    page = client.get("/").content.decode()

    assert "柱2件、重点目標2件" in page


def test_home_hides_drafts_and_keeps_retired_plans(client):
    a_plan(title="まだ見せない計画", state="draft")
    a_plan(title="終わった計画", state="archived")

    page = client.get("/").content.decode()

    assert "まだ見せない計画" not in page
    assert "終わった計画" in page


def test_home_costs_four_queries_however_many_plans(client):
    first = queries_of(client, "/")
    parent = a_plan()
    for _ in range(20):
        target = a_target(an_initiative(a_measure(a_policy(a_plan(parent=parent)))))
        publish_values(target, r7="958")

    assert first == queries_of(client, "/") == 4


def progress_of(client, slug):
    """What the front page says of a plan's targets, with a link to its dashboard."""
    soup = BeautifulSoup(client.get("/").content, "html.parser")
    link = soup.select_one(f".card p a[href='/plans/{slug}/dashboard/']")
    return link.text if link else ""


def test_home_says_of_each_plan_what_its_dashboard_says(client, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: TODAY)
    initiative = an_initiative(a_measure(a_policy(a_plan(slug="mihon"))))
    for value in ("1112", "958", "880", "suppressed"):
        publish_values(a_target(initiative), r6="931", r7=value)
    a_target(initiative)

    said = progress_of(client, "mihon")

    assert said == (
        "令和7年度に判定できた3件の目標のうち、"
        "2件が達成・順調、1件が順調の範囲に届いていません。"
    )
    assert page_of(client).select_one(".verdict").text == said.removeprefix(
        "令和7年度に"
    )


def test_home_invents_no_progress(client, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: TODAY)
    initiative = an_initiative(a_measure(a_policy(a_plan(slug="mihon"))))
    publish_values(a_target(initiative, evaluation_mode="monitor"), r7="5")

    assert progress_of(client, "mihon") == ("令和7年度に判定できた目標はありません。")
    assert progress_of(client, "kashiwa-chiiki-fukushi") == (
        "実績の公表はこれからです。"
    )
    for without_numbers in ("kashiwa-shakyo-3", "kita-ku", "kashiwa-juso"):
        assert progress_of(client, without_numbers) == ""


def test_home_leads_to_the_dashboard_of_all_plans(client):
    soup = BeautifulSoup(client.get("/").content, "html.parser")

    assert soup.select_one("main a[href='/dashboard/']")
