"""A target's judgement is the one that its page shows, as it was published."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.models import Target
from indicators.presenters.target_page import target_for_page
from indicators.presenters.target_reading import read_target
from tests import factories
from tests.indicators.published import NOVEMBER_R8, publish_value
from tests.welfare_plan.api.answers import answer, walk

pytestmark = pytest.mark.django_db
# One with every status, one as it is in fact, and one whose period is over.
PLANS = ("mihon-shi-chiiki-fukushi", "kashiwa-chiiki-fukushi", "kashiwa-shakyo-3")


def judgement_of(target, query=""):
    return answer(f"targets/{target.plan.slug}/{target.code}{query}")["judgement"]


@pytest.fixture
def target():
    return factories.a_target()


@pytest.mark.usefixtures("samples", "november")
def test_every_target_has_the_judgement_of_its_page():
    found = {row["target_id"]: row["judgement"] for row in walk("targets?limit=200")}

    for target in Target.objects.filter(plan__slug__in=PLANS).select_related("plan"):
        (on_page,) = target_for_page(Target.objects, target.plan.slug, target.code)
        shown = read_target(on_page, NOVEMBER_R8).shown
        said = found[f"{target.plan.slug}/{target.code}"]
        if shown.is_past_due:
            assert said is None
            continue
        judged = shown.judged
        assert said["fiscal_year"] == judged.year
        assert said["auto_status"] == judged.status
        assert said["auto_status_label"] == judged.label.word
        assert said["sentence"] == judged.sentence
        assert said["steps"] == judged.steps
        assert said["value"] == judged.value
        assert said["is_published"] == judged.is_published


@pytest.mark.usefixtures("november")
def test_a_judgement_comes_with_all_that_it_was_made_of(target):
    publish_value(target, 2025, "940")

    said = judgement_of(target)

    assert said["auto_status"] == "slightly_behind"
    assert said["sentence"] == ("令和7年度の目安960人に対し実績940人（20人下回る）。")
    assert [step["sum"] for step in said["steps"]] == [
        "（940 − 904）÷（1,100 − 904）＝ 18.4%",
        "904 ＋（1,100 − 904）× 2 ÷ 7 ＝ 960",
        "957人以上",
        "937人以上",
    ]
    assert said["limits"] == {
        "k_on": Decimal("0.95"),
        "k_slight": Decimal("0.6"),
        "regress_tol": Decimal("0.05"),
    }
    assert (said["value"], said["unit"]) == (940, "人／年")
    assert (said["fiscal_year"], said["fiscal_year_wareki"]) == (2025, "令和7年度")
    assert (said["expected_value"], said["progress_pct"]) == (960, Decimal("18.4"))
    assert (said["rule_version"], said["revision"]) == ("1", 1)
    assert (said["is_published"], said["sample"]) == (True, False)


@pytest.mark.usefixtures("november")
def test_it_stays_as_it_was_published_when_the_goal_changes(target):
    publish_value(target, 2025, "940")
    before = judgement_of(target)
    Target.objects.filter(pk=target.pk).update(goal_value=2000, baseline_value=1)

    assert judgement_of(target) == before


@pytest.mark.usefixtures("november")
def test_a_year_without_a_value_says_what_can_be_said_now(target):
    said = judgement_of(target)

    assert said["auto_status"] == "not_reported"
    assert said["expected_value"] == 960
    assert (said["value"], said["is_published"], said["limits"]) == (None, False, None)


@pytest.mark.usefixtures("november")
def test_another_year_can_be_asked_for(target):
    publish_value(target, 2024, "930")
    publish_value(target, 2025, "940")

    assert judgement_of(target, "?fiscal_year=2024")["value"] == 930
    assert judgement_of(target, "?fiscal_year=2030")["auto_status"] == "not_due"


@pytest.mark.usefixtures("november")
def test_all_targets_of_a_plan_are_judged_in_the_year_of_its_pages(target):
    other = factories.a_target(target.initiative)
    publish_value(other, 2024, "930")

    assert judgement_of(target)["fiscal_year"] == 2024


@pytest.mark.usefixtures("november")
def test_a_number_that_was_withheld_is_gone(target):
    publish_value(target, 2025, "940")
    publish_value(
        target, 2025, value_state="suppressed", correction_reason="個人が分かるため"
    )

    said = judgement_of(target)

    assert (said["value"], said["value_state"]) == (None, "suppressed")
    assert "940" not in str(said)


@pytest.mark.usefixtures("november")
def test_after_the_period_of_a_plan_nothing_is_due():
    plan = factories.a_plan(period_start_fy=2020, period_end_fy=2024)
    policy = factories.a_policy(plan)
    target = factories.a_target(
        factories.an_initiative(factories.a_measure(policy)),
        baseline_fiscal_year=2019,
        goal_fiscal_year=2024,
    )

    assert judgement_of(target) is None


def test_a_year_that_is_over_is_asked_of_the_day(target, monkeypatch):
    from django.utils import timezone

    monkeypatch.setattr(timezone, "localdate", lambda value=None: date(2027, 4, 1))

    assert judgement_of(target)["fiscal_year"] == 2026
