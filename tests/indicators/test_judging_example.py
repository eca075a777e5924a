from datetime import date
from decimal import Decimal

import pytest

from indicators.models import JudgementSettings
from indicators.presenters.how_we_judge import how_we_judge_page
from tests.indicators.dashboards.standings import publish_values
from tests.indicators.published import soup_of
from tests.indicators.test_how_we_judge import a_plan_with_targets

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 1)
KASHIWA = "kashiwa-chiiki-fukushi"


def example_of(plan="", target=""):
    return how_we_judge_page(TODAY, {"plan": plan, "target": target})["example"]


def test_the_example_uses_the_first_judgeable_target_of_the_first_plan():
    example = example_of()

    assert example["plan"] == "柏市地域福祉計画"
    assert example["figures"] == [
        {"label": "基準値（令和5年度）", "value": "39", "unit": "メニュー"},
        {"label": "目標値（令和12年度）", "value": "51", "unit": "メニュー"},
        {"label": "令和7年度の目安", "value": "42.4", "unit": "メニュー"},
    ]
    assert example["actual"] is None


def test_the_example_shows_the_sum_and_the_borders_of_the_chosen_target():
    example = example_of(KASHIWA, "2-1")

    assert example["title"] == "福祉の総合相談窓口への新規相談者数"
    assert [step["sum"] for step in example["steps"]] == [
        "（957 − 904）÷（1,100 − 904）＝ 27.0%",
        "904 ＋（1,100 − 904）× 2 ÷ 7 ＝ 960",
        "957人以上",
        "937人以上",
    ]
    assert [(row["value"], row["chip"]["word"]) for row in example["rows"]] == [
        ("1,100人／年", "達成"),
        ("957人／年", "順調"),
        ("937人／年", "やや遅れ"),
        ("904人／年", "遅れ"),
        ("894人／年", "後退（基準値より悪化）"),
    ]


def test_a_published_value_of_the_year_stands_beside_the_example(client):
    plan, (target,) = a_plan_with_targets()
    publish_values(target, r7="940")

    example = example_of(plan.slug)
    page = client.get(f"/how-we-judge/?plan={plan.slug}").content.decode()

    assert example["actual"]["value"] == "940人／年"
    assert example["actual"]["chip"]["word"] == "やや遅れ"
    assert "公表された令和7年度の実績は940人／年です。" in page


def test_a_draft_value_is_not_shown():
    plan, (target,) = a_plan_with_targets()
    target.observations.create(fiscal_year=2025, value=Decimal(940))

    assert example_of(plan.slug)["actual"] is None


def test_a_revised_goal_is_the_one_that_is_reckoned_with():
    plan, (target,) = a_plan_with_targets()
    target.goal_revisions.create(
        effective_from_fy=2025,
        decided_on=date(2025, 3, 1),
        reason="見直し",
        goal_value=Decimal(1000),
        goal_unit="人／年",
    )

    example = example_of(plan.slug)

    assert example["figures"][1] == {
        "label": "目標値（令和12年度）",
        "value": "1,000",
        "unit": "人／年",
    }


@pytest.mark.parametrize(
    ("plan", "target"),
    [("no-such-plan", ""), (KASHIWA, "9-9"), (KASHIWA, "4-3"), (KASHIWA, "4-4")],
    ids=["unknown plan", "unknown target", "units differ", "only watched"],
)
def test_what_cannot_be_an_example_gives_the_first_one(plan, target):
    assert example_of(plan, target)["title"] == example_of()["title"]


@pytest.mark.parametrize(("baseline", "goal"), [("120", "150"), ("150", "120")])
def test_a_share_beyond_100_can_be_the_example(client, baseline, goal):
    share = {"baseline_unit": "%", "goal_unit": "%", "measure_type": "ratio"}
    plan, (target,) = a_plan_with_targets(
        baseline_value=Decimal(baseline), goal_value=Decimal(goal), **share
    )

    soup = soup_of(client, f"/how-we-judge/?plan={plan.slug}&target={target.code}")
    figures = [figure.get_text() for figure in soup.select(".example .fig")]

    assert figures[:2] == [
        f"基準値（令和5年度）{baseline}%",
        f"目標値（令和12年度）{goal}%",
    ]


def test_the_limits_of_the_plan_move_the_borders_of_its_example():
    plan, _ = a_plan_with_targets()
    JudgementSettings.objects.create(plan=plan, k_on=Decimal(1), k_slight=Decimal(1))

    values = [row["value"] for row in example_of(plan.slug)["rows"]]

    assert "960人／年" in values
    assert "957人／年" not in values
