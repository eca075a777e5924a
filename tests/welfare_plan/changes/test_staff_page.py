"""The page of all that was changed lately: by plan, kind of record, person and day."""

import pytest
from django.urls import reverse

from plans.history_reasons import reason_of_loading
from tests import factories, value_records
from tests.admin.forms import change_form, soup_of
from tests.queries import queries_of
from tests.staff_records import a_person, client_of

pytestmark = pytest.mark.django_db

ADDRESS = reverse("staff-changes")


@pytest.fixture
def planner():
    return a_person("計画担当", is_staff=True, last_name="見本 花子", first_name="")


def entries(viewer, /, **values):
    page = soup_of(client_of(viewer).get(ADDRESS, values))
    return [entry.get_text(" ", strip=True) for entry in page.select(".changes > li")]


def test_a_change_is_told_with_who_what_and_why(planner):
    measure = factories.a_measure(title="前の題")
    assert change_form(client_of(planner), measure).fill(title="後の題").send().saved

    newest = entries(planner)[0]

    assert "見本 花子" in newest
    assert f"基本施策「{measure.code} 後の題」" in newest
    assert "名称 前 の題 後 の題" in newest


def test_each_choice_narrows_the_list(planner):
    measure, other = factories.a_measure(), factories.a_policy()
    change_form(client_of(planner), measure).fill(title="変えた題").send()
    kind = "plans.measure"

    assert any("変えた題" in text for text in entries(planner, person=planner.pk))
    assert all("基本施策「" in text for text in entries(planner, kind=kind))
    of_other = entries(planner, plan=other.plan.slug)
    assert len(of_other) == 2
    assert not any(measure.code in text for text in of_other)
    assert entries(planner, day="2001-01-01") == []


def test_a_day_that_is_none_is_said_to_be_so(planner):
    page = client_of(planner).get(ADDRESS, {"day": "きのう"}).content.decode()

    assert "日は、2026-09-01のように入力してください。" in page


def test_loading_plan_files_is_shown_on_request_alone(planner):
    policy = factories.a_policy(title="手で加えた")
    policy.title, policy.history_reason = "読み込んだ題", reason_of_loading("a.yaml")
    policy.save()
    slug = policy.plan.slug

    assert not any("読み込んだ題" in text for text in entries(planner, plan=slug))
    assert "読み込んだ題" in entries(planner, plan=slug, loaded="on")[0]


def test_values_are_told_with_their_target_and_year(planner):
    value = value_records.an_observation(fiscal_year=2024)

    newest = entries(planner, kind="indicators.observation")[0]

    assert f"実績値「{value.target.code} {value.target.name} 令和6年度」" in newest


@pytest.mark.parametrize("role", ["閲覧", "管理者"])
def test_other_roles_may_look(role):
    factories.a_policy(title="見える題")

    assert any("見える題" in text for text in entries(a_person(role)))


def test_links_lead_only_where_the_person_may_go(planner):
    factories.a_policy()
    inside = client_of(planner).get(ADDRESS)
    outside = client_of(a_person("管理者")).get(ADDRESS)

    assert soup_of(inside).select(".changes h2 a")
    assert soup_of(outside).select(".changes h2 a") == []


def test_the_page_costs_the_same_for_many_changes(planner):
    client = client_of(planner)
    factories.a_target()
    few = queries_of(client, ADDRESS)
    for make in (value_records.a_review, value_records.a_result, factories.a_target):
        for _ in range(25):
            make()

    many = queries_of(client, ADDRESS)

    page = soup_of(client.get(ADDRESS))
    assert len(page.select(".changes > li")) == 50
    assert page.select_one("a[rel=next]")["href"] == "?page=2"
    assert many == few <= 10
