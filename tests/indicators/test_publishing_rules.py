"""Which words and numbers may be approved, and what a second publication means."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from indicators.actions import approve, publish
from indicators.models import Observation
from initiatives import answers
from tests.factories import a_target
from tests.indicators.published import publish_value, stop_the_clock, text_of

pytestmark = pytest.mark.django_db

IN_R8 = datetime(2026, 11, 1, tzinfo=UTC)
R7, R8 = 2025, 2026


@pytest.fixture(autouse=True)
def november(monkeypatch):
    stop_the_clock(monkeypatch)


def a_value(year=R8, *, measure_type="flow", **values):
    target = a_target(measure_type=measure_type)
    return Observation.objects.create(target=target, fiscal_year=year, **values)


@pytest.mark.parametrize("state", ["collecting", "not_implemented", "unknown"])
def test_a_state_of_a_running_year_is_not_approved(state):
    value = a_value(value_state=state)

    answers.submit(value, by=None, at=IN_R8)
    with pytest.raises(ValidationError, match="令和8年度はまだ終わっていないため"):
        approve(value, by=None, at=IN_R8)


def test_the_end_of_the_work_is_approved_at_any_time():
    value = a_value(value_state="discontinued")

    answers.submit(value, by=None, at=IN_R8)

    approve(value, by=None, at=IN_R8)

    assert value.state == "approved"


@pytest.mark.parametrize(
    ("measure_type", "sentence"),
    [("flow", "1年間の値は承認できません"), ("", "「値の種類」を選んでから")],
    ids=["a whole year", "kind unknown"],
)
def test_a_number_of_a_running_year_waits_for_its_end(measure_type, sentence):
    value = a_value(measure_type=measure_type, value=Decimal(940))

    answers.submit(value, by=None, at=IN_R8)
    with pytest.raises(ValidationError, match=sentence):
        approve(value, by=None, at=IN_R8)


def test_a_stock_may_be_counted_early_but_not_before_its_year():
    early = a_value(measure_type="stock", value=Decimal(940))
    to_come = a_value(2027, measure_type="stock", value=Decimal(940))

    answers.submit(early, by=None, at=IN_R8)

    approve(early, by=None, at=IN_R8)
    with pytest.raises(ValidationError, match="まだ始まっていない"):
        approve(to_come, by=None, at=IN_R8)

    assert early.state == "approved"


def test_what_is_public_is_not_approved_again():
    value = publish_value(a_target(), R7, "940")

    with pytest.raises(ValidationError, match="すでに公開されています"):
        approve(value, by=None, at=IN_R8)


def test_the_same_content_is_not_published_twice():
    value = publish_value(a_target(), R7, "940")
    answers.reopen(value, by=None)
    value.save()
    answers.submit(value, by=None, at=IN_R8)
    approve(value, by=None, at=IN_R8)

    with pytest.raises(ValidationError, match="公開されている内容と同じです"):
        publish(value, at=IN_R8)


@pytest.mark.parametrize(
    "first",
    [{"value_state": "collecting"}, {"value": "930", "provisional": True}],
    ids=["collecting", "provisional"],
)
def test_the_figure_that_was_announced_is_no_correction(first, client):
    target = a_target()
    publish_value(target, R7, **first)

    publish_value(target, R7, "940", value_state="", provisional=False)

    text = text_of(client, target.get_absolute_url())
    assert "実績を訂正" not in text
    assert "公表した値を訂正しました" not in text
    assert "→ 940人／年" in text


def test_a_number_that_is_withheld_later_is_withheld_in_the_history_too(client):
    target = a_target()
    publish_value(target, R7, "3")

    publish_value(
        target, R7, None, value_state="suppressed", correction_reason="少数のため"
    )

    text = text_of(client, target.get_absolute_url())
    assert "値（公表を取りやめました） → 秘匿" in text
    assert "3人" not in text


@pytest.mark.parametrize(
    ("newest", "said"),
    [({"value_state": "not_applicable"}, "秘匿 → 該当なし"), ({"value": "950"}, "950")],
    ids=["another word", "a new number"],
)
def test_what_comes_after_withholding_brings_no_number_back(client, newest, said):
    target = a_target()
    publish_value(target, R7, "876")
    publish_value(target, R7, "877", correction_reason="877人が正しい数でした")
    publish_value(
        target, R7, None, value_state="suppressed", correction_reason="少数のため"
    )

    publish_value(
        target, R7, **{"value_state": "", "correction_reason": "数え直し"} | newest
    )

    text = text_of(client, target.get_absolute_url())
    assert "値（公表を取りやめました） → 秘匿" in text
    assert said in text
    assert "876人" not in text
    assert "877人" not in text
    assert "少数のため" in text


def test_who_approved_and_who_published_stays_with_the_publication(django_user_model):
    approver = django_user_model.objects.create_user("kacho")
    publisher = django_user_model.objects.create_user("keikaku")
    value = a_value(R7, value=Decimal(940))
    answers.submit(value, by=None, at=IN_R8)
    approve(value, by=approver, at=IN_R8)

    published = publish(value, by=publisher, at=IN_R8)

    assert (published.approved_by, published.published_by) == (approver, publisher)
