from datetime import date

import pytest

from tests.factories import a_survey_indicator
from tests.indicators.dashboards.pages import names, page_of, verdict
from tests.indicators.dashboards.records import a_department, a_review

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("year", ["R6", "2024", "令和6年度"])
def test_another_year_is_judged_by_its_own_values(client, targets, year):
    soup = page_of(client, f"?year={year}")

    assert soup.select_one(".eyebrow").text == "令和6年度（2024年度）"
    assert "判定できた3件の目標" in verdict(soup)
    assert "比べられる目標はありません。" in soup.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?status=on_track", ["新しい目標"]),
        ("?status=waiting", ["報告のない目標"]),
        ("?status=judged&policy=1", ["よくなった目標", "悪くなった目標"]),
        ("?policy=2", ["新しい目標", "報告のない目標"]),
        ("?type=flow", ["新しい目標"]),
        ("?status=monitor", []),
    ],
)
def test_each_filter_narrows_the_list(client, targets, query, found):
    assert names(page_of(client, query)) == found


def test_one_policy_has_its_own_verdict_and_a_way_back(client, targets):
    soup = page_of(client, "?policy=1&year=R7")

    assert verdict(soup).startswith("基本方針1では、判定できた2件の目標のうち、")
    assert "基本方針1「支えあい」だけを見ています。" in soup.text
    assert soup.select_one(".scope a")["href"] == "/plans/mihon/dashboard/?year=R7"


def test_a_department_is_a_filter_and_has_a_page_of_its_own(client, targets):
    department = a_department()
    targets["new"].department = department
    targets["new"].save()

    soup = page_of(client, "?department=fukushi")

    assert names(soup) == ["新しい目標"]
    links = [link["href"] for link in soup.select("main .linklist a, .item .small > a")]
    assert links == ["/plans/mihon/departments/fukushi/"] * 2


def test_the_list_can_begin_with_the_furthest_behind(client, targets):
    soup = page_of(client, "?sort=distance")

    assert names(soup) == [
        "悪くなった目標",
        "新しい目標",
        "よくなった目標",
        "報告のない目標",
    ]
    assert "目安より、全体の幅の40.8%分遅れ" in soup.text
    assert soup.select_one("#f-sort [selected]")["value"] == "distance"


def test_wrong_choices_are_left_out_with_one_sentence(client, targets):
    soup = page_of(client, "?year=R99&policy=9&status=%3Cscript%3E&sort=x")

    assert "年度・方針・判定・並べ方の条件は、このページで使えない値のため" in soup.text
    assert len(names(soup)) == 4
    assert soup.select_one("script") is None


def test_the_form_is_plain_and_keeps_what_was_chosen(client, targets):
    form = page_of(client, "?year=R6&policy=2").select_one("form.filters")

    assert (form["method"], form["action"]) == (
        "get",
        "/plans/mihon/dashboard/#targets",
    )
    chosen = {
        select["name"]: select.select_one("[selected]")["value"]
        for select in form.select("select")
    }
    assert chosen == {
        "year": "R6",
        "policy": "2",
        "type": "",
        "status": "",
        "sort": "plan",
    }
    assert all(form.select_one(f"label[for=f-{name}]") for name in chosen)


def test_today_decides_which_years_can_be_chosen(client, targets, monkeypatch):
    later = date(2028, 4, 1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: later)

    years = [option["value"] for option in page_of(client).select("#f-year option")]

    assert years == ["R10", "R9", "R8", "R7", "R6"]


@pytest.mark.parametrize("query", ["?type=flow", "?status=on_track"])
def test_a_choice_of_targets_hides_what_it_does_not_reach(client, targets, query):
    a_review(targets["new"].initiative)
    a_survey_indicator(targets["new"].initiative.measure.policy)

    whole, chosen = page_of(client), page_of(client, query)

    for section in ("h-reviews", "h-surveys"):
        assert whole.select_one(f"[aria-labelledby={section}]")
        assert not chosen.select_one(f"[aria-labelledby={section}]")


def test_targets_whose_source_prints_no_type_can_be_chosen(client, targets):
    soup = page_of(client, "?type=unstated")

    assert "新しい目標" not in names(soup)
    assert len(names(soup)) == 3
    assert "値の種類が「記載なし」だけを見ています。" in soup.text
    assert [option.text for option in soup.select("#f-type option")] == [
        *("すべて", "年間の量", "記載なし")
    ]


def test_one_policy_alone_does_not_repeat_its_counts_as_a_bar(client, targets):
    soup = page_of(client, "?policy=1")

    assert soup.select(".counts li")
    assert not soup.select(".by-policy")


def test_a_plan_without_numbers_offers_no_choice_of_status(client):
    soup = page_of(client, "?status=on_track", slug="kashiwa-hashira-1")

    assert "判定の条件は、このページで使えない値のため" in soup.text
    assert soup.select_one("[aria-labelledby=h-reviews]")


def test_a_plan_of_prose_alone_has_no_years_to_choose(client):
    soup = page_of(client, slug="kashiwa-juso")

    assert not soup.select("form.filters")
    assert "令和" not in soup.select_one(".head").text
