"""Rules for what is followed: told in Japanese, kept by the database itself."""

import pytest

from indicators.models import Target
from tests.factories import (
    a_measure,
    a_policy,
    a_survey_indicator,
    a_target,
    an_initiative,
)
from tests.plans.broken_rules import (
    code_of_neighbour,
    constraints_of,
    messages_of_form,
    refuses,
)
from tests.test_value_constraints import RULES as VALUE_RULES

pytestmark = pytest.mark.django_db

CODE_IS_TAKEN = (
    "このコードは、同じ計画の別の記録で使われています。別のコードにしてください。"
)
ONE_PARENT = "主な取組と基本施策の、どちらか一方だけを選んでください。"
WORDS = (
    "名称を入力してください。目標値の状態が「定性」のときは、"
    "言葉による目標を入力してください。"
)
PERCENTAGE = "基準値は0から100までの％で入力してください。"
IN_WORDS = {"goal_state": "statement", "goal_value": None, "goal_text": "続ける"}


def a_target_of_a_measure():
    measure = a_measure()
    return Target.objects.create(
        plan=measure.plan, measure=measure, code="t-1", name="見守りの回数"
    )


def a_target_with_two_parents():
    target = a_target()
    return target, {"measure": target.initiative.measure}


RULES = {
    "target_code_unique_in_plan": (
        lambda: code_of_neighbour(a_target, initiative=an_initiative()),
        CODE_IS_TAKEN,
    ),
    "target_initiative_in_same_plan": (
        lambda: (a_target(), {"initiative": an_initiative()}),
        "主な取組は、同じ計画のものを選んでください。",
    ),
    "target_measure_in_same_plan": (
        lambda: (a_target_of_a_measure(), {"measure": a_measure()}),
        "基本施策は、同じ計画のものを選んでください。",
    ),
    "target_has_one_parent": (a_target_with_two_parents, ONE_PARENT),
    "target_goal_after_baseline": (
        lambda: (a_target(baseline_fiscal_year=2023), {"goal_fiscal_year": 2023}),
        "目標年度は、基準年度より後の年度にしてください。",
    ),
    "target_baseline_has_a_unit": (
        lambda: (a_target(), {"baseline_unit": ""}),
        "基準値の単位を入力してください。",
    ),
    "target_goal_has_a_unit": (
        lambda: (a_target(), {"goal_unit": ""}),
        "目標値の単位を入力してください。",
    ),
    "target_has_words_to_show": (lambda: (a_target(), {"name": ""}), WORDS),
    "target_number_only_for_a_set_goal": (
        lambda: (a_target(), {"goal_state": "undecided"}),
        "目標値を入力するときは、目標値の状態を「数値」にしてください。",
    ),
    "target_cumulative_has_a_start": (
        lambda: (a_target(), {"measure_type": "cumulative"}),
        "値の種類が「累計」のときは、累計を始めた年度を入力してください。",
    ),
    "target_decimals_at_most_four": (
        lambda: (a_target(), {"decimals": 5}),
        # The rule of the field speaks before that of the table.
        "この値は 4 以下でなければなりません。",
    ),
    "surveyindicator_code_unique_in_plan": (
        lambda: code_of_neighbour(a_survey_indicator, policy=a_policy()),
        CODE_IS_TAKEN,
    ),
    "surveyindicator_policy_in_same_plan": (
        lambda: (a_survey_indicator(), {"policy": a_policy()}),
        "基本方針は、同じ計画のものを選んでください。",
    ),
    "surveyindicator_baseline_is_a_percentage": (
        lambda: (a_survey_indicator(), {"baseline_value": "100.1"}),
        PERCENTAGE,
    ),
    "surveyindicator_decimals_at_most_two": (
        lambda: (a_survey_indicator(), {"decimals": 3}),
        "小数点以下の桁数は0から2までです。",
    ),
}
OTHER_SIDES = {
    "target without a parent": (lambda: (a_target(), {"initiative": None}), ONE_PARENT),
    "goal in words without words": (
        lambda: (a_target(**IN_WORDS), {"goal_text": ""}),
        WORDS,
    ),
    "goal in words with a number": (
        lambda: (a_target(**IN_WORDS), {"goal_value": 5}),
        "目標値を入力するときは、目標値の状態を「数値」にしてください。",
    ),
    "goal before the baseline": (
        lambda: (a_target(baseline_fiscal_year=2023), {"goal_fiscal_year": 2022}),
        "目標年度は、基準年度より後の年度にしてください。",
    ),
    "percentage below 0": (
        lambda: (a_survey_indicator(), {"baseline_value": "-0.1"}),
        PERCENTAGE,
    ),
}
CASES = {**RULES, **OTHER_SIDES}


def test_every_constraint_has_a_case_here():
    of_rounds = {"collectionround", "rounditem", "evidence", "sheetimport"}
    found = {
        name
        for name in constraints_of("indicators") - set(VALUE_RULES)
        if name.partition("_")[0] not in of_rounds
    }

    assert set(RULES) == found


@pytest.mark.parametrize(("case", "message"), CASES.values(), ids=CASES)
def test_who_breaks_a_rule_in_a_form_is_told_in_japanese(case, message):
    assert messages_of_form(case) == [message]


@pytest.mark.parametrize("case", [case for case, _ in CASES.values()], ids=CASES)
def test_the_database_alone_keeps_the_rule(case):
    assert refuses(case)
