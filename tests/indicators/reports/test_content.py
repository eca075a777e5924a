import json
from datetime import date
from decimal import Decimal

import pytest

from indicators.models import GoalRevision, JudgementSettings, PublishedValue
from indicators.reports.content import report_content
from indicators.reports.publishing import publish_report
from plans.models import Plan
from tests.factories import (
    a_measure,
    a_plan,
    a_policy,
    a_survey_indicator,
    a_target,
    an_initiative,
)
from tests.indicators.dashboards.records import a_department, a_wave
from tests.indicators.dashboards.standings import publish_values
from tests.indicators.reports.packs import (
    AS_OF,
    AT,
    a_followed_plan,
    a_review,
    an_opinion,
)

pytestmark = pytest.mark.django_db


def sheet_of(plan, year=2025):
    return report_content(plan, year, as_of=AS_OF)["policies"][0]


def test_a_row_has_the_figures_of_both_years_and_two_of_the_voices():
    plan, _, target = a_followed_plan()
    a_review(target.initiative)

    (row,) = sheet_of(plan)["targets"]["rows"]

    assert row == {
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


def test_the_opinion_of_the_year_is_the_third_voice():
    plan, policy, _ = a_followed_plan()
    an_opinion(policy, text="窓口を知らない人がいる。")
    an_opinion(policy, fiscal_year=2024, text="前の年の意見")

    assert sheet_of(plan)["opinion"] == "窓口を知らない人がいる。"


def test_drafts_stay_out():
    plan, policy, target = a_followed_plan()
    a_review(target.initiative, state="draft")
    an_opinion(policy, state="draft")
    target.observations.filter(fiscal_year=2025).update(value="999", state="draft")

    content = report_content(plan, 2025, as_of=AS_OF)

    assert content["policies"][0]["targets"]["rows"][0]["value"] == "940"
    assert content["policies"][0]["targets"]["rows"][0]["review"] is None
    assert content["policies"][0]["opinion"] == ""
    assert "999" not in json.dumps(content)


def test_a_plan_without_numbers_is_told_by_its_reviews():
    plan = a_plan()
    policy = a_policy(plan, code="1")
    measure = a_measure(policy)
    written = an_initiative(measure, title="見守り")
    an_initiative(measure, title="居場所")
    a_review(written, rating="A", comment="団体が増えました。")

    content = report_content(plan, 2025, as_of=AS_OF)

    assert content["summary"]["verdict"] == [
        "令和7年度の担当課評価は、2件のうち1件が公表済みです。"
    ]
    assert content["foot"]["notes"] == [
        "自動判定、担当課評価、委員会意見は、1つにまとめません。"
    ]
    assert content["summary"]["counts"] is None
    assert content["summary"]["ratings"]["total"][0] == {
        "word": "計画を上回る",
        "count": "1",
    }
    assert content["policies"][0]["targets"] is None
    assert [
        (row["title"], row["letter"], row["comment"])
        for row in content["policies"][0]["reviews"]["rows"]
    ] == [("見守り", "A", "団体が増えました。"), ("居場所", "", "")]


def test_a_goal_in_words_is_listed_and_counted_once_as_the_dashboard_does(client):
    plan, _, target = a_followed_plan()
    a_target(
        target.initiative,
        code="1-2",
        name="集い",
        goal_state="statement",
        goal_text="だれもが集える",
        goal_value=None,
    )

    content = report_content(plan, 2025, as_of=AS_OF)

    board = client.get(f"/plans/{plan.slug}/dashboard/?year=R7").content.decode()
    assert content["policies"][0]["statements"] == [
        {"code": "1-2", "title": "集い", "text": "だれもが集える"}
    ]
    assert content["summary"]["counts"]["total"][-2:] == [
        {"word": "判定対象外", "count": "1"},
        {"word": "計", "count": "2"},
    ]
    assert content["summary"]["breakdown"].startswith("2件の取組目標の数です。")
    assert content["summary"]["breakdown"] in board


def test_a_goal_revised_to_words_appears_with_its_new_words():
    plan, _, target = a_followed_plan()
    GoalRevision.objects.create(
        target=target,
        effective_from_fy=2026,
        decided_on=date(2026, 3, 1),
        reason="数では測れないため",
        goal_state="statement",
        goal_text="だれもが相談できる",
    )
    publish_report(plan, 2025, at=AT)

    now, next_year = (sheet_of(plan, year) for year in (2025, 2026))

    assert now["statements"] == []
    assert next_year["targets"] is None
    assert next_year["statements"] == [
        {"code": "1-1", "title": "新規相談者数", "text": "だれもが相談できる"}
    ]


def test_the_department_in_charge_is_named_beside_the_figures():
    plan, _, target = a_followed_plan()
    target.department = a_department(name="福祉政策課")
    target.history_reason = "担当課を決めた"
    target.save()

    (row,) = sheet_of(plan)["targets"]["rows"]

    assert row["department"] == "福祉政策課"


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

    said = "".join(row["texts"][0] for row in reasons if row["code"] == other.code)
    texts = [row["texts"] for row in reasons if row["code"] == other.code]
    assert said
    assert not any("931" in text for text in texts[0])


def test_the_foot_names_the_limits_that_the_years_verdicts_were_made_by():
    plan, _, target = a_followed_plan()
    other = a_target(target.initiative)
    JudgementSettings.objects.create(
        plan=plan, k_on=Decimal("0.9"), k_slight=Decimal("0.5")
    )
    publish_values(other, r7="940")
    JudgementSettings.objects.update(k_on="0.8", k_slight="0.4")

    content = report_content(
        Plan.objects.select_related("judgement_settings").get(pk=plan.pk),
        2025,
        as_of=AS_OF,
    )

    assert (
        "判定の境目は、公表した時期により、目安までの変化の95%（順調）と"
        "60%（やや遅れ）、または90%（順調）と50%（やや遅れ）です。"
    ) in content["foot"]["notes"]


def test_surveys_stand_with_their_change_and_margin():
    plan, policy, _ = a_followed_plan()
    indicator = a_survey_indicator(policy)
    a_wave(plan, 2023)
    a_wave(plan, 2025, results={indicator: "34.5"})

    (row,) = sheet_of(plan)["surveys"]["rows"]

    assert (row["figures"], row["points"]) == ("30.2% → 34.5%", "4.3ポイント増")
    assert "±4.1" in row["margin"]
    assert row["chip"]["word"] == "改善"


def test_the_summary_counts_every_target_once():
    plan, _, target = a_followed_plan()
    other = a_target(target.initiative, code="1-2")
    publish_values(other, r6="collecting")

    counts = report_content(plan, 2025, as_of=AS_OF)["summary"]["counts"]

    assert [cell["count"] for cell in counts["total"]] == ["1", "1", "0", "2"]
    assert [head["word"] for head in counts["heads"]] == [
        "やや遅れ",
        "報告待ち",
        "判定対象外",
    ]


def test_the_content_survives_storing_as_it_is():
    plan, policy, target = a_followed_plan()
    a_review(target.initiative)
    an_opinion(policy)

    content = report_content(plan, 2025, as_of=AS_OF)

    assert json.loads(json.dumps(content)) == content


@pytest.mark.parametrize("year", [2023, 2027, 1999])
def test_a_year_out_of_reach_has_no_pack(year):
    plan, _, _ = a_followed_plan()

    assert report_content(plan, year, as_of=AS_OF) is None
