from datetime import UTC, date, datetime

import pytest

from indicators.models import GoalRevision, Observation, Target
from initiatives.models import CommitteeOpinion, Review
from tests.factories import a_target, an_initiative
from tests.indicators.published import (
    publish_value,
    soup_of,
    stop_the_clock,
    text_of,
)
from tests.value_records import a_review

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _november_of_r8(monkeypatch):
    stop_the_clock(monkeypatch)


def test_a_published_value_comes_with_its_reason_its_sum_and_its_history(client):
    target = a_target()
    publish_value(target, 2024, "931")
    publish_value(target, 2025, "940", reason="窓口の案内が遅れました。")

    page = text_of(client, target.get_absolute_url())

    assert "やや遅れ" in page
    assert "令和7年度の目安960人に対し実績940人（20人下回る）。" in page
    assert "令和7年度の実績（確定）940人／年" in page
    assert "増えているが、目安の線には届いていない" in page
    assert "（940 − 904）÷（1,100 − 904）＝ 18.4%" in page
    assert "判定の決まりの版：1" in page
    assert "窓口の案内が遅れました。" in page
    assert "令和6年度の実績を公表：931人／年" in page
    assert "目標値の変更はありません。" in page


def test_a_corrected_value_keeps_the_old_one_when_and_why(client):
    target = a_target()
    publish_value(target, 2025, "935", provisional=True)
    publish_value(
        target,
        2025,
        "940",
        provisional=False,
        correction_reason="集計の誤りが見つかったため",
        on=datetime(2026, 10, 20, 3, tzinfo=UTC),
    )

    rows = soup_of(client, target.get_absolute_url()).select("#h-history ~ table tr")
    newest, first = (row.get_text("", strip=True) for row in rows[1:])

    assert newest.startswith("令和8年10月20日")
    assert "令和7年度の実績を訂正：935人／年（速報） → 940人／年" in newest
    assert "直した理由：集計の誤りが見つかったため" in newest
    assert first.startswith("令和8年9月1日")
    assert "遅れ" in first


def test_a_revised_goal_is_shown_with_the_old_one_the_day_and_the_reason(client):
    target = a_target()
    GoalRevision.objects.create(
        target=target,
        effective_from_fy=2027,
        decided_on=date(2026, 10, 1),
        reason="相談が見込みより増えたため",
        goal_value=1200,
        goal_unit="人／年",
    )

    page = text_of(client, target.get_absolute_url())

    assert "令和9年度からの目標値（令和12年度）1,200人／年" in page
    assert "令和8年10月1日" in page
    assert "1,100人／年（令和12年度）" in page
    assert "1,200人／年（令和12年度）" in page
    assert "相談が見込みより増えたため" in page
    assert "見直した目標 1,200" in page


def test_the_last_verdict_stands_greyed_where_the_year_shown_has_none(client):
    initiative = an_initiative()
    late, other = a_target(initiative), a_target(initiative)
    publish_value(late, 2024, "931")
    publish_value(other, 2025, "960")

    soup = soup_of(client, late.get_absolute_url())

    head = soup.select_one(".head")
    assert head.select_one(".st-none").get_text() == "－未報告"
    assert head.select_one(".st-past").get_text() == "○順調"
    assert "前に判定できた年度：令和6年度" in head.get_text()


def test_an_unpublished_value_stays_unseen(client):
    target = a_target()
    Observation.objects.create(target=target, fiscal_year=2025, value=12345)

    page = text_of(client, target.get_absolute_url())

    assert "12,345" not in page
    assert "未報告" in page


def test_three_voices_stand_side_by_side(client):
    target = a_target()
    publish_value(target, 2025, "940")
    own = {"plan": target.plan, "fiscal_year": 2025, "state": "published"}
    Review.objects.create(
        initiative=target.initiative, rating="B", comment="窓口を開きました。", **own
    )
    policy = target.initiative.measure.policy
    CommitteeOpinion.objects.create(policy=policy, text="把握を進めてほしい。", **own)

    voices = soup_of(client, target.get_absolute_url()).select(".panel")

    assert [voice.h3.get_text() for voice in voices] == [
        "自動判定",
        "担当課評価",
        "委員会意見",
    ]
    assert "やや遅れ" in voices[0].get_text()
    assert "B おおむね計画どおり" in voices[1].get_text()
    assert "把握を進めてほしい。" in voices[2].get_text()


def test_the_chart_names_its_numbers_and_the_same_stand_in_the_table(client):
    target = a_target()
    publish_value(target, 2025, "940", provisional=True)

    soup = soup_of(client, target.get_absolute_url())

    svg = soup.select_one("svg[role=img]")
    assert svg["aria-labelledby"] == svg.title["id"]
    assert svg.title.get_text() == (
        "折れ線グラフ。令和5年度904人／年（基準値）、令和7年度940人／年（速報）。"
        "令和7年度の目安は960人／年。令和12年度の目標は1,100人／年。"
    )
    shown = soup.select_one("table.years tr.now")
    cells = [cell.get_text(" ", strip=True) for cell in shown.select("th, td")]
    assert cells == ["R7 2025", "960", "940", "−20", "△ やや遅れ", "速報"]


def test_a_value_is_not_said_in_a_unit_that_is_in_doubt(client):
    target = a_target(goal_unit="回／年")
    publish_value(target, 2025, "75")
    address = target.get_absolute_url()

    doubtful = text_of(client, address)
    Target.objects.filter(pk=target.pk).update(unit_confirmed=True)

    assert "令和7年度の実績（確定）75（単位は確認中）" in doubtful
    assert "令和7年度の実績を公表：75（単位は確認中）" in doubtful
    assert "75回／年" not in doubtful
    assert "75（単位は確認中）" in text_of(client, target.initiative.get_absolute_url())


@pytest.mark.parametrize(
    "values",
    [
        {"goal_state": "undecided", "goal_value": None, "goal_unit": ""},
        {"evaluation_mode": "monitor", "goal_unit": "回／年"},
    ],
    ids=["undecided goal", "only watched"],
)
def test_nobody_doubts_a_unit_that_no_goal_is_compared_in(client, values):
    target = a_target(**values)
    publish_value(target, 2025, "75")

    page = text_of(client, target.get_absolute_url())

    assert "単位は確認中" not in page


def test_of_an_ended_programme_no_judgement_is_said_to_come(client):
    target = a_target()
    publish_value(target, 2025, value_state="discontinued")
    a_review(initiative=target.initiative, state="published")

    page = soup_of(client, target.get_absolute_url())

    own = page.select_one(".panel")
    assert own.h3.text == "自動判定"
    assert own.p.text == "事業が終わったため、判定しません。"
