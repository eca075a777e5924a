"""The dashboard after a target was put right whose values are public."""

from decimal import Decimal

import pytest

from tests.factories import a_measure, a_policy, a_target, an_initiative
from tests.indicators.dashboards.pages import page_of, verdict
from tests.indicators.dashboards.standings import publish_values

pytestmark = pytest.mark.django_db


@pytest.fixture
def target(plan):
    initiative = an_initiative(a_measure(a_policy(plan, code="1")))
    target = a_target(initiative, name="新規相談者数", measure_type="flow")
    publish_values(target, r6="931", r7="940")
    target.refresh_from_db()
    return target


def mend(target, **values):
    for name, value in values.items():
        setattr(target, name, value)
    target.history_reason = "原典の書き写しの誤りを直しました。"
    target.full_clean()
    target.save()


def test_the_row_and_the_movement_keep_the_figures_that_were_published(client, target):
    mend(
        target,
        baseline_value=Decimal(100),
        baseline_unit="世帯",
        goal_value=Decimal(2000),
        goal_unit="世帯",
    )

    soup = page_of(client, "?sort=distance")

    assert "世帯" not in soup.text
    assert "931人／年 → 940人／年" in soup.text
    assert "目安より、全体の幅の10.2%分遅れ" in soup.text


def test_published_years_can_still_be_chosen_after_the_baseline_moved(client, target):
    mend(target, baseline_fiscal_year=2026)

    soup = page_of(client, "?year=R6")

    years = [option["value"] for option in soup.select("select[name=year] option")]
    assert years == ["R8", "R7", "R6"]
    assert soup.select_one(".eyebrow").text == "令和6年度（2024年度）"
    assert "基準値（R5）" in soup.text


def test_a_number_stays_one_after_the_goal_became_words(client, target):
    mend(target, goal_state="statement", goal_value=None, goal_text="笑顔がふえる")

    soup = page_of(client)

    assert "判定できた1件の目標は、" in verdict(soup)
    assert "目標（R12）1,100人／年" in "".join(soup.select_one("#targets").text.split())
