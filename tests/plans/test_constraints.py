"""Rules for the records of a plan: told in Japanese, kept by the database itself."""

import pytest
from django.utils import timezone

from plans.models import SearchEntry
from tests.factories import a_measure, a_plan, a_policy
from tests.plans.broken_rules import (
    code_of_neighbour,
    constraints_of,
    messages_of_form,
    refuses,
)
from tests.plans.records import (
    a_loaded_record,
    a_note,
    a_plan_import,
    a_publisher,
    a_reading,
    a_section,
    a_term,
    a_window,
)

pytestmark = pytest.mark.django_db

CODE_IS_TAKEN = (
    "このコードは、同じ計画の別の記録で使われています。別のコードにしてください。"
)
POLICY_OF_OTHER_PLAN = "基本方針は、同じ計画のものを選んでください。"
CORRECTED = {"printed": "97回", "shown": "69回"}


def a_plan_below_itself():
    plan = a_plan()
    return plan, {"parent": plan}


def a_plan_after_itself():
    plan = a_plan()
    return plan, {"predecessor": plan}


def a_section_of_a_policy():
    measure = a_measure()
    return a_section(measure.plan, policy=measure.policy), {"measure": measure}


def a_code_of_nothing():
    return a_note(about_kind="plan"), {"about_code": "1"}


def a_key_that_was_loaded():
    return a_loaded_record(), {"natural_key": a_loaded_record().natural_key}


def a_word_that_is_read():
    return a_reading(), {"word": a_reading().word}


def a_record_that_is_found():
    first, second = SearchEntry.objects.order_by("pk")[:2]
    values = {"plan": first.plan, "kind": first.kind, "code": first.code}
    return second, values


RULES = {
    "publisher_municipality_code_six_digits": (
        lambda: (a_publisher(), {"municipality_code": "12217"}),
        # The rule of the field speaks before that of the table.
        "6桁の半角数字で入力してください。",
    ),
    "plan_has_a_name": (
        lambda: (a_plan(), {"title": ""}),
        "計画の名称か仮の名称のどちらかを入力してください。",
    ),
    "plan_period_ends_after_start": (
        lambda: (a_plan(), {"period_start_fy": 2026, "period_end_fy": 2025}),
        "計画期間の最後の年度は、最初の年度以後にしてください。",
    ),
    "plan_is_not_its_own_parent": (
        a_plan_below_itself,
        "もとになる計画には、別の計画を選んでください。",
    ),
    "basicpolicy_code_unique_in_plan": (
        lambda: code_of_neighbour(a_policy, plan=a_plan()),
        CODE_IS_TAKEN,
    ),
    "measure_code_unique_in_plan": (
        lambda: code_of_neighbour(a_measure, policy=a_policy()),
        CODE_IS_TAKEN,
    ),
    "measure_policy_in_same_plan": (
        lambda: (a_measure(), {"policy": a_policy()}),
        POLICY_OF_OTHER_PLAN,
    ),
    "section_code_unique_in_plan": (
        lambda: code_of_neighbour(a_section, plan=a_plan()),
        CODE_IS_TAKEN,
    ),
    "plan_is_not_its_own_predecessor": (
        a_plan_after_itself,
        "前の期の計画には、別の計画を選んでください。",
    ),
    "planimport_confirmed_at_a_moment": (
        lambda: (a_plan_import(), {"confirmed_at": timezone.now()}),
        "制約 “planimport_confirmed_at_a_moment” に違反しています。",
    ),
    "section_policy_in_same_plan": (
        lambda: (a_section(), {"policy": a_policy()}),
        POLICY_OF_OTHER_PLAN,
    ),
    "section_measure_in_same_plan": (
        lambda: (a_section(), {"measure": a_measure()}),
        "基本施策は、同じ計画のものを選んでください。",
    ),
    "section_has_one_home": (
        a_section_of_a_policy,
        "基本方針と基本施策は、どちらか一方だけを選んでください。",
    ),
    "glossaryterm_code_unique_in_plan": (
        lambda: code_of_neighbour(a_term, plan=a_plan()),
        CODE_IS_TAKEN,
    ),
    "sourcenote_code_unique_in_plan": (
        lambda: code_of_neighbour(a_note, plan=a_plan()),
        CODE_IS_TAKEN,
    ),
    "sourcenote_correction_shows_the_printed_words": (
        lambda: (a_note(), {"shown": "69回"}),
        "このサイトの表記を変えたときは、原典の表記も入力してください。",
    ),
    "sourcenote_corrects_only_what_is_certain": (
        lambda: (a_note(**CORRECTED), {"certainty": "probable"}),
        "表記を改めるのは、誤りが確実なときだけにしてください。",
    ),
    "sourcenote_names_its_record": (
        a_code_of_nothing,
        "対象のコードを入力してください（計画そのものなら空欄）。",
    ),
    "consultationwindow_code_unique_in_plan": (
        lambda: code_of_neighbour(a_window, plan=a_plan()),
        CODE_IS_TAKEN,
    ),
    "consultationwindow_measure_in_same_plan": (
        lambda: (a_window(), {"measure": a_measure()}),
        "基本施策は、同じ計画のものを選んでください。",
    ),
    "reading_once_a_word": (
        a_word_that_is_read,
        "この言葉の読みは、すでに登録されています。",
    ),
    "searchentry_once_a_record": (
        a_record_that_is_found,
        "この 計画, 種類 と コード を持った 検索の見出し が既に存在します。",
    ),
    "loadedrecord_key_unique": (
        a_key_that_was_loaded,
        "この 記録の種類 と コード を持った 読み込みの記録 が既に存在します。",
    ),
}


def test_every_constraint_has_a_case_here():
    assert set(RULES) == constraints_of("plans")


@pytest.mark.parametrize(("case", "message"), RULES.values(), ids=RULES)
def test_who_breaks_a_rule_in_a_form_is_told_in_japanese(case, message):
    assert messages_of_form(case) == [message]


@pytest.mark.parametrize("case", [case for case, _ in RULES.values()], ids=RULES)
def test_the_database_alone_keeps_the_rule(case):
    assert refuses(case)
