"""Approving and publishing a value."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from indicators.actions import approve, publish, submit
from indicators.models import JudgementSettings, Observation, PublishedValue
from initiatives import answers
from plans.models import PageRevision
from tests.factories import a_target

pytestmark = pytest.mark.django_db

LATER = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Asia/Tokyo"))


@pytest.fixture
def user(django_user_model):
    return django_user_model.objects.create_user("tantou")


@pytest.fixture
def approved(user):
    """An approved value of 940 for 令和7年度, 904 → 1,100 from R5 to R12."""
    observation = Observation.objects.create(
        target=a_target(measure_type="flow"), fiscal_year=2025, value=940
    )
    observation.refresh_from_db()
    answers.submit(observation, by=None, at=LATER)
    approve(observation, by=user, at=LATER)
    return observation


def test_a_published_value_carries_its_judgement_with_sentence_and_sum(approved):
    published = publish(approved, at=LATER)

    assert (published.revision, published.status) == (1, "slightly_behind")
    assert published.sentence == "令和7年度の目安960人に対し実績940人（20人下回る）。"
    assert (published.expected_text, published.progress_text) == ("960", "18.4%")
    assert published.steps[0]["sum"] == "（940 − 904）÷（1,100 − 904）＝ 18.4%"
    assert published.rule_version == "1"
    assert approved.state == "published"


def test_a_published_judgement_keeps_the_limits_it_was_made_with(approved):
    plan = approved.target.plan
    JudgementSettings.objects.create(plan=plan, k_on="0.90", k_slight="0.10")
    plan.refresh_from_db()

    published = publish(approved, at=LATER)

    assert published.limits["k_slight"] == "0.1"


def test_publishing_renews_the_pages_of_the_plan(approved):
    publish(approved, at=LATER)

    scope = f"plan:{approved.target.plan.slug}"
    assert PageRevision.objects.filter(scope=scope).exists()


def test_a_correction_is_a_new_revision_and_the_old_one_stays(approved, user):
    publish(approved, at=LATER)
    approved.value = Decimal(958)
    approved.correction_reason = "集計の誤りを直しました。"
    answers.reopen(approved, by=None)
    approved.save()
    answers.submit(approved, by=None, at=LATER)
    approve(approved, by=user, at=LATER)

    publish(approved, at=LATER)

    rows = PublishedValue.objects.filter(observation=approved)
    assert [(row.revision, int(row.value), row.status) for row in rows] == [
        (1, 940, "slightly_behind"),
        (2, 958, "on_track"),
    ]
    assert rows[1].correction_reason == "集計の誤りを直しました。"


def test_a_correction_without_a_reason_is_refused_and_publishes_nothing(approved, user):
    publish(approved, at=LATER)
    approved.value = Decimal(958)
    answers.reopen(approved, by=None)
    approved.save()
    answers.submit(approved, by=None, at=LATER)
    approve(approved, by=user, at=LATER)

    with pytest.raises(ValidationError, match="公開した値を直す理由"):
        publish(approved, at=LATER)

    assert approved.publications.count() == 1


def test_only_an_approved_value_is_published():
    observation = Observation.objects.create(
        target=a_target(), fiscal_year=2025, value=940
    )

    with pytest.raises(ValidationError, match="承認してから公開してください"):
        publish(observation, at=LATER)


def test_a_value_that_says_nothing_is_not_submitted(user):
    observation = Observation.objects.create(target=a_target(), fiscal_year=2025)

    with pytest.raises(ValidationError, match="実績値か「数値でないとき」"):
        submit(observation, by=user, at=LATER)


@pytest.mark.parametrize(
    ("measure_type", "is_refused"),
    [("flow", True), ("ratio", True), ("stock", False)],
)
def test_a_value_of_a_whole_year_waits_for_its_end(user, measure_type, is_refused):
    observation = Observation.objects.create(
        target=a_target(measure_type=measure_type), fiscal_year=2026, value=50
    )

    if is_refused:
        answers.submit(observation, by=None, at=LATER)
        with pytest.raises(ValidationError, match="まだ終わっていない"):
            approve(observation, by=user, at=LATER)
    else:
        answers.submit(observation, by=None, at=LATER)
        approve(observation, by=user, at=LATER)

    assert (observation.state == "approved") is not is_refused


def test_a_number_and_another_state_never_stand_in_one_row():
    with pytest.raises(IntegrityError), transaction.atomic():
        Observation.objects.create(
            target=a_target(), fiscal_year=2025, value=3, value_state="suppressed"
        )
