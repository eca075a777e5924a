"""A version stands for what is stored: equal content, equal version, field by field."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.models import CouncilReport, Observation, Target
from plans.models import GlossaryTerm
from plans.versions import changed_fields, version_of
from tests.factories import a_target

words = st.text(max_size=30)


def a_term(**values):
    return GlossaryTerm(**{"pk": 1, "plan_id": 2, "code": "g-1", **values})


@given(words, words)
def test_two_texts_have_one_version_only_if_they_are_one(one, other):
    first, second = a_term(term=one), a_term(term=other)

    assert (version_of(first) == version_of(second)) == (one == other)


@given(words, words, words, words)
def test_the_changed_fields_are_those_that_differ(term, definition, typed, written):
    before = a_term(term=term, definition=definition)
    now = a_term(term=typed, definition=written)

    found = changed_fields(version_of(before), now)

    assert ("term" in found) == (term != typed)
    assert ("definition" in found) == (definition != written)
    assert found <= {"term", "definition"}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, max_value=10**9))
def test_zeros_at_the_end_of_a_number_are_no_change(number):
    padded = number.quantize(Decimal("0.000000"))

    assert version_of(Target(goal_value=number)) == version_of(
        Target(goal_value=padded)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({"value": None}, {"value": 0}, id="nothing and 0"),
        pytest.param({"value": 95}, {"value": 950}, id="ten times"),
        pytest.param({"provisional": True}, {"provisional": False}, id="yes and no"),
        pytest.param({"note": "未定"}, {"reason": "未定"}, id="another field"),
        pytest.param({"target_id": 1}, {"target_id": 11}, id="another parent"),
    ],
)
def test_different_contents_have_different_versions(one, other):
    assert version_of(Observation(**one)) != version_of(Observation(**other))


def test_a_moment_is_the_same_in_every_time_zone():
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    there = noon.astimezone(timezone(timedelta(hours=9)))

    assert version_of(CouncilReport(published_at=noon)) == version_of(
        CouncilReport(published_at=there)
    )


def test_the_order_in_structured_content_is_no_change():
    one, other = {"a": 1, "b": [2]}, {"b": [2], "a": 1}

    assert version_of(CouncilReport(content=one)) == version_of(
        CouncilReport(content=other)
    )


@pytest.mark.parametrize(
    "version",
    [
        pytest.param(None, id="none"),
        pytest.param("", id="empty"),
        pytest.param("x" * 7, id="of another length"),
        pytest.param("あ" * len(version_of(a_term())), id="of another content"),
        pytest.param(version_of(Observation()), id="of another model"),
    ],
)
def test_what_is_no_version_of_the_record_differs_everywhere(version):
    term = a_term()

    assert changed_fields(version, term) == {
        field.name for field in term._meta.concrete_fields
    }


@pytest.mark.django_db
def test_what_a_form_typed_and_what_the_database_returns_are_one():
    target = a_target(goal_value=Decimal("1100"), goal_fiscal_year=2030)
    typed = Target.objects.get(pk=target.pk)
    typed.goal_value, typed.goal_fiscal_year = Decimal("1100.0"), 2030

    assert version_of(typed) == version_of(Target.objects.get(pk=target.pk))
