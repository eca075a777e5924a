import pytest

from tests.factories import a_measure, a_policy, a_survey_indicator
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_policy_page_shows_overview_measures_and_survey_indicators(client):
    address = "/plans/kashiwa-chiiki-fukushi/policies/2/"

    page = client.get(address).content.decode()

    assert "だれもが暮らしの問題を相談でき解決できる仕組みづくり" in page
    assert "分野や対象にとらわれず、だれもが暮らしの問題について" in page
    assert "必要な情報を届けるための対話の場づくりと情報発信の充実" in page
    assert "相談できる人がいない" in page
    assert "5.5%（令和5年度）" in page
    assert "減らす" in page


def test_policy_page_shows_the_label_that_the_plan_prints(client):
    page = client.get("/plans/kashiwa-shakyo-3/policies/1/").content.decode()

    assert "計画Ⅰ" in page


def test_policy_pages_follow_each_other(client):
    first = client.get("/plans/kashiwa-saihan-boshi/policies/1/").content.decode()
    second = client.get("/plans/kashiwa-saihan-boshi/policies/2/").content.decode()

    assert 'rel="next"' in first
    assert 'rel="prev"' not in first
    assert 'href="/plans/kashiwa-saihan-boshi/policies/1/" rel="prev"' in second


def test_policy_page_costs_four_queries_however_many_rows(client):
    policy = a_policy()
    a_survey_indicator(policy)
    first = queries_of(client, policy.get_absolute_url())
    for _ in range(20):
        a_measure(policy)
        a_survey_indicator(policy)

    assert queries_of(client, policy.get_absolute_url()) == first <= 4
