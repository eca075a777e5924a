import json

import pytest

from indicators.reports.content import report_content
from tests.factories import (
    a_measure,
    a_plan,
    a_policy,
    a_survey_indicator,
    an_initiative,
)
from tests.indicators.dashboards.records import a_wave
from tests.indicators.reports.packs import (
    AS_OF,
    a_followed_plan,
    a_review,
    an_opinion,
    sheet_of,
)

pytestmark = pytest.mark.django_db


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


def test_surveys_stand_with_their_change_and_margin():
    plan, policy, _ = a_followed_plan()
    indicator = a_survey_indicator(policy)
    a_wave(plan, 2023)
    a_wave(plan, 2025, results={indicator: "34.5"})

    (row,) = sheet_of(plan)["surveys"]["rows"]

    assert (row["figures"], row["points"]) == ("30.2% → 34.5%", "4.3ポイント増")
    assert "±4.1" in row["margin"]
    assert row["chip"]["word"] == "改善"


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
