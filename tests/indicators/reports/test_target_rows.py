"""The targets of one sheet: figures, reasons, who is in charge."""

import pytest

from indicators.models import PublishedValue
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.dashboards.records import a_department
from tests.indicators.dashboards.standings import publish_values
from tests.indicators.reports.packs import a_followed_plan, a_review, sheet_of

pytestmark = pytest.mark.django_db


def test_a_row_has_the_figures_of_both_years_and_two_of_the_voices():
    plan, _, target = a_followed_plan()
    a_review(target.initiative)

    (row,) = sheet_of(plan)["targets"]["rows"]

    assert row == {
        "target": target.pk,
        "code": "1-1",
        "title": "新規相談者数",
        "unit": "人／年",
        "baseline": {"text": "904", "year": ""},
        "before": "931",
        "expected": "960",
        "value": "940",
        "is_provisional": False,
        "goal": {"text": "1,100", "year": ""},
        "chip": {"symbol": "△", "word": "やや遅れ", "css": "slight"},
        "progress": "18.4%",
        "department": "",
        "review": {
            "letter": "C",
            "word": "見直しが必要",
            "comment": "案内を早めます。",
        },
    }


def test_the_reasons_say_why_and_what_moved_since_last_year():
    plan, _, _ = a_followed_plan()

    (reason,) = sheet_of(plan)["targets"]["reasons"]

    assert reason["texts"] == [
        "令和7年度の目安960人に対し実績940人（20人下回る）。",
        "進捗率は18.4%です。",
        "令和6年度の931人から9人増えました。",
        "判定は「順調」から「やや遅れ」に変わりました。",
    ]


def test_years_that_differ_from_the_head_stand_in_their_cell():
    plan, _, target = a_followed_plan()
    for code in ("1-2", "1-3"):
        a_target(
            target.initiative, code=code, baseline_fiscal_year=2022, goal_value="950"
        )

    table = sheet_of(plan)["targets"]

    assert table["baseline_year"] == "R4"
    assert [row["baseline"]["year"] for row in table["rows"]] == ["R5", "", ""]


def test_the_department_in_charge_is_named_beside_the_figures():
    plan, _, target = a_followed_plan()
    target.department = a_department(name="福祉政策課")
    target.history_reason = "担当課を決めた"
    target.save()

    (row,) = sheet_of(plan)["targets"]["rows"]

    assert row["department"] == "福祉政策課"


def test_the_department_in_charge_is_named_where_there_are_only_words():
    plan = a_plan()
    initiative = an_initiative(
        a_measure(a_policy(plan, code="1")), department=a_department(name="福祉政策課")
    )
    a_review(initiative)

    (row,) = sheet_of(plan)["reviews"]["rows"]

    assert (row["letter"], row["department"]) == ("C", "福祉政策課")


def test_a_value_in_another_unit_is_not_compared_with_last_years():
    plan, _, target = a_followed_plan()
    terms = PublishedValue.objects.get(observation__fiscal_year=2024)
    terms.terms = {**terms.terms, "goal_unit": "回／年"}
    terms.save()

    table = sheet_of(plan)["targets"]

    assert table["rows"][0]["before"] == "931回／年"
    assert not any("令和6年度の931" in text for text in table["reasons"][0]["texts"])


def test_a_unit_in_doubt_is_not_decided_by_the_movement():
    plan, _, target = a_followed_plan()
    other = a_target(target.initiative, baseline_unit="人／年", goal_unit="回／年")
    publish_values(other, r6="931", r7="940")

    reasons = sheet_of(plan)["targets"]["reasons"]

    (texts,) = (row["texts"] for row in reasons if row["code"] == other.code)
    assert texts
    assert not any("931" in text for text in texts)
