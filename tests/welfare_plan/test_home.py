import pytest

from tests.factories import a_measure, a_plan, a_policy
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_home_lists_plans_with_whose_they_are_and_for_when(client):
    page = client.get("/").content.decode()

    assert "第3期 柏市地域健康福祉活動計画" in page
    assert "社会福祉法人 柏市社会福祉協議会" in page
    assert "平成26年度（2014年度）から平成30年度（2018年度）まで" in page
    assert "この計画の期間は平成30年度で終わりました。" in page


def test_home_says_what_the_source_does_not_print(client):
    page = client.get("/").content.decode()

    assert "仮の名称" in page
    assert "原典の掲載部分に記載がありません" in page


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


def test_home_costs_two_queries_however_many_plans(client):
    first = queries_of(client, "/")
    parent = a_plan()
    for _ in range(20):
        a_plan(parent=parent)

    assert first == queries_of(client, "/") == 2
