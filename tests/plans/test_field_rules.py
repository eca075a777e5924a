"""Rules for single fields, and what the rules of the tables must let through."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import a_measure, a_plan, a_policy
from tests.plans.broken_rules import messages_of_form, refuses, write_past_the_form
from tests.plans.records import a_document, a_note, a_publisher, a_section

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", ["1", "1-1", "A.2", "policy-1-city", "1" * 50])
def test_a_code_of_letters_digits_hyphens_and_dots_is_taken(code):
    policy = a_policy(a_plan(state="draft"))
    policy.code = code

    policy.full_clean()

    assert policy.get_absolute_url().endswith(f"/policies/{code}/")


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("１", id="full width"),
        pytest.param("方針", id="Japanese"),
        pytest.param("-1", id="hyphen first"),
        pytest.param("1/2", id="slash"),
        pytest.param("1 2", id="space"),
        pytest.param("1\n", id="line break"),
        pytest.param("", id="empty"),
        pytest.param("1" * 51, id="too long"),
    ],
)
def test_a_code_that_makes_no_address_is_refused(code):
    policy = a_policy(a_plan(state="draft"))
    policy.code = code

    with pytest.raises(ValidationError) as refusal:
        policy.full_clean()

    assert set(refusal.value.message_dict) == {"code"}


@pytest.mark.parametrize("code", ["", "122173"])
def test_a_municipality_has_a_code_of_six_digits_or_none(code):
    publisher = a_publisher(municipality_code=code)

    publisher.full_clean()

    assert publisher.municipality_code == code


@pytest.mark.parametrize("code", ["12217", "1221734", "12217a", "１２２１７３"])
def test_another_municipality_code_is_refused(code):
    def case():
        return a_publisher(), {"municipality_code": code}

    assert "6桁の半角数字で入力してください。" in messages_of_form(case)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: (a_plan(), {"slug": a_plan().slug}), id="plan"),
        pytest.param(
            lambda: (a_publisher(), {"slug": a_publisher().slug}), id="publisher"
        ),
        pytest.param(
            lambda: (a_document(), {"code": a_document().code}), id="source document"
        ),
    ],
)
def test_a_name_in_an_address_is_given_once(make):
    (message,) = messages_of_form(make)

    assert message.endswith("が既に存在します。")
    assert refuses(make)


@pytest.mark.parametrize("make", [a_plan, a_policy, a_measure, a_section, a_note])
def test_no_position_lies_before_the_first(make):
    def case():
        return make(), {"position": -1}

    assert len(messages_of_form(case)) == 1
    assert refuses(case)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(None, None, id="none printed"),
        pytest.param(2023, None, id="start alone"),
        pytest.param(None, 2030, id="end alone"),
        pytest.param(2023, 2023, id="one year"),
    ],
)
def test_a_period_may_be_open_or_one_year_long(start, end):
    plan = a_plan(period_start_fy=start, period_end_fy=end)

    plan.full_clean()

    assert (plan.period_start_fy, plan.period_end_fy) == (start, end)


@pytest.mark.parametrize("make", [a_policy, a_section, a_note])
def test_the_same_code_may_stand_in_two_plans(make):
    one, other = make(code="same"), make(code="same")

    other.full_clean()

    assert one.plan != other.plan


def test_a_whole_family_can_move_to_another_plan_in_one_step():
    # Relations are checked at the commit, so the order of the writes does not count.
    measure, plan = a_measure(), a_plan()
    measure.policy.plan = plan
    measure.policy.save()

    write_past_the_form(measure, {"plan": plan})

    assert type(measure).objects.get(pk=measure.pk).policy.plan == plan


def test_a_section_belongs_to_the_plan_alone_or_to_one_level_of_it():
    policy = a_policy()

    homes = [
        a_section(policy.plan),
        a_section(policy.plan, policy=policy),
        a_section(policy.plan, measure=a_measure(policy)),
    ]

    assert [section.full_clean() for section in homes] == [None] * 3
