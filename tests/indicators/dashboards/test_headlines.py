from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model

from indicators.actions import approve, publish
from indicators.dashboards.headlines import headlines
from initiatives import answers
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.dashboards.standings import TODAY, publish_values

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative():
    return an_initiative(a_measure(a_policy(a_plan())))


def headline(initiative):
    plan = initiative.plan
    return headlines([plan], TODAY).get(plan.pk, "")


def correct(target, value):
    """Publish another value for the one year that the target has."""
    at = datetime(2026, 9, 2, tzinfo=UTC)
    observation = target.observations.get()
    observation.value, observation.correction_reason = value, "転記の誤り"
    observation.save()
    answers.reopen(observation, by=None)
    observation.save()
    answers.submit(observation, by=None, at=at)
    approve(observation, by=get_user_model().objects.get(username="kacho"), at=at)
    publish(observation, at=at)


def test_a_headline_speaks_of_the_newest_year_with_a_number(initiative):
    target = a_target(initiative)
    publish_values(target, r6="931", r7="collecting")

    assert headline(initiative) == "令和6年度に判定できた1件の目標は、順調です。"


def test_a_corrected_value_counts_once_and_as_corrected(initiative):
    target = a_target(initiative)
    publish_values(target, r7="958")
    correct(target, Decimal(940))

    assert headline(initiative) == (
        "令和7年度に判定できた1件の目標は、順調の範囲に届いていません。"
    )


def test_numbers_up_to_the_baseline_year_are_no_progress(initiative):
    publish_values(a_target(initiative), r5="904")

    assert headline(initiative) == ""


def test_every_plan_has_its_own_year_in_one_query(
    initiative, django_assert_num_queries
):
    other = an_initiative(a_measure(a_policy(a_plan())))
    publish_values(a_target(initiative), r6="931")
    publish_values(a_target(other), r7="958")

    with django_assert_num_queries(1):
        found = headlines([initiative.plan, other.plan], TODAY)

    assert [text[:5] for text in found.values()] == ["令和6年度", "令和7年度"]
