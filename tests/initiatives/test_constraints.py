"""Rules for what is done: told in Japanese, kept by the database itself."""

import pytest

from tests.factories import a_measure, an_initiative
from tests.initiatives.records import a_department, a_voice, an_action, an_activity
from tests.plans.broken_rules import (
    code_of_neighbour,
    constraints_of,
    messages_of_form,
    refuses,
)
from tests.plans.records import a_publisher
from tests.test_value_constraints import RULES as VALUE_RULES

pytestmark = pytest.mark.django_db

CODE_IS_TAKEN = (
    "このコードは、同じ計画の別の記録で使われています。別のコードにしてください。"
)
MEASURE_OF_OTHER_PLAN = "基本施策は、同じ計画のものを選んでください。"


def a_second_row_of_an_actor():
    measure = a_measure()
    an_action(measure, actor="city")
    return an_action(measure, actor="citizen"), {"actor": "city"}


def an_action_with_a_taken_code():
    measure = a_measure()
    taken = an_action(measure, actor="city").code
    return an_action(measure, actor="citizen"), {"code": taken}


def a_department_after_itself():
    department = a_department()
    return department, {"successor": department}


RULES = {
    "department_code_unique_in_publisher": (
        lambda: code_of_neighbour(a_department, publisher=a_publisher()),
        "このコードは、同じ発行者の別の課で使われています。",
    ),
    "department_years_in_order": (
        lambda: (a_department(), {"valid_from_fy": 2024, "valid_to_fy": 2023}),
        "最後の年度は、最初の年度以後にしてください。",
    ),
    "department_is_not_its_own_successor": (
        a_department_after_itself,
        "引き継いだ課には、別の課を選んでください。",
    ),
    "initiative_code_unique_in_plan": (
        lambda: code_of_neighbour(an_initiative, measure=a_measure()),
        CODE_IS_TAKEN,
    ),
    "initiative_measure_in_same_plan": (
        lambda: (an_initiative(), {"measure": a_measure()}),
        MEASURE_OF_OTHER_PLAN,
    ),
    "activity_code_unique_in_plan": (
        lambda: code_of_neighbour(an_activity, initiative=an_initiative()),
        CODE_IS_TAKEN,
    ),
    "activity_initiative_in_same_plan": (
        lambda: (an_activity(), {"initiative": an_initiative()}),
        "主な取組は、同じ計画のものを選んでください。",
    ),
    "cocreationaction_code_unique_in_plan": (
        an_action_with_a_taken_code,
        CODE_IS_TAKEN,
    ),
    "cocreationaction_measure_in_same_plan": (
        lambda: (an_action(), {"measure": a_measure()}),
        MEASURE_OF_OTHER_PLAN,
    ),
    "cocreationaction_one_row_an_actor": (
        a_second_row_of_an_actor,
        "この基本施策には、同じ対象の行がすでにあります。",
    ),
    "cocreationaction_says_something": (
        lambda: (an_action(), {"behaviour_change": ""}),
        "気持ちの変化、行動の変化、呼びかけのどれかを入力してください。",
    ),
    "voice_code_unique_in_plan": (
        lambda: code_of_neighbour(a_voice, measure=a_measure()),
        CODE_IS_TAKEN,
    ),
    "voice_measure_in_same_plan": (
        lambda: (a_voice(), {"measure": a_measure()}),
        MEASURE_OF_OTHER_PLAN,
    ),
}


def test_every_constraint_has_a_case_here():
    # Who works where is a rule of the rounds: tests/test_round_constraints.py
    own = constraints_of("initiatives") - set(VALUE_RULES) - {"membership_once"}

    assert set(RULES) == own


@pytest.mark.parametrize(("case", "message"), RULES.values(), ids=RULES)
def test_who_breaks_a_rule_in_a_form_is_told_in_japanese(case, message):
    assert messages_of_form(case) == [message]


@pytest.mark.parametrize("case", [case for case, _ in RULES.values()], ids=RULES)
def test_the_database_alone_keeps_the_rule(case):
    assert refuses(case)


@pytest.mark.parametrize("text", ["feeling_change", "behaviour_change", "appeal"])
def test_one_of_the_three_texts_of_an_action_is_enough(text):
    silent = {"feeling_change": "", "behaviour_change": "", "appeal": ""}

    action = an_action(**{**silent, text: "あいさつする"})

    assert action.full_clean() is None


@pytest.mark.parametrize(
    ("first", "last"), [(None, None), (2023, None), (None, 2023), (2023, 2023)]
)
def test_a_department_may_have_open_years_or_last_one_year(first, last):
    department = a_department(valid_from_fy=first, valid_to_fy=last)

    assert department.full_clean() is None


def test_two_measures_may_print_an_initiative_of_the_same_name():
    one = an_initiative(title="同じ取組")
    other = an_initiative(a_measure(one.measure.policy), title="同じ取組")

    assert other.full_clean() is None
