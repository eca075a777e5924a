"""A record that breaks a rule of the database stops its file before it is stored."""

import pytest

from tests.plan_files.database_state import database_state
from tests.plan_files.refusal import refused
from tests.plan_files.small_file import SMALL, changed, record_text

pytestmark = pytest.mark.django_db

TARGET = "indicators.target [mihon-plan, t-1]"
UNIT = "    goal_unit: 人\n"
SECOND_ACTION = changed("code: a-1", "code: a-2", record_text("code: a-1"))


@pytest.mark.parametrize(
    ("text", "record", "words"),
    [
        pytest.param(
            changed(UNIT, f"{UNIT}    measure: [mihon-plan, 1-1]\n"),
            TARGET,
            "どちらか一方だけ",
            id="target with two parents",
        ),
        pytest.param(
            changed("    initiative: [mihon-plan, 1-1-1]\n    name", "    name"),
            TARGET,
            "どちらか一方だけ",
            id="target without a parent",
        ),
        pytest.param(
            changed("goal_fiscal_year: 2030", "goal_fiscal_year: 2022"),
            TARGET,
            "基準年度より後",
            id="goal before the baseline",
        ),
        pytest.param(
            changed(UNIT, f"{UNIT}    goal_state: undecided\n"),
            TARGET,
            "目標値の状態",
            id="number for an undecided goal",
        ),
        pytest.param(
            changed(UNIT, f"{UNIT}    measure_type: cumulative\n"),
            TARGET,
            "累計を始めた年度",
            id="total without a start",
        ),
        pytest.param(
            changed("'30.2'", "'130.2'"),
            "indicators.surveyindicator [mihon-plan, s-1]",
            "0から100まで",
            id="more than all residents",
        ),
        pytest.param(
            SMALL + SECOND_ACTION,
            "initiatives.cocreationaction [mihon-plan, a-2]",
            "同じ対象の行",
            id="one actor twice",
        ),
        pytest.param(
            changed("    feeling_change: やってみたい\n", ""),
            "initiatives.cocreationaction [mihon-plan, a-1]",
            "どれかを入力",
            id="action that says nothing",
        ),
        pytest.param(
            changed("    about_code: t-1\n", ""),
            "plans.sourcenote [mihon-plan, n-1]",
            "対象のコード",
            id="note about no record",
        ),
        pytest.param(
            changed(
                "[mihon-plan, '1']\n    title", "[kashiwa-hashira-1, '1']\n    title"
            ),
            "plans.measure [mihon-plan, 1-1]",
            "同じ計画",
            id="parent of another plan",
        ),
    ],
)
def test_broken_rule_is_named_with_its_record(text, record, words, write_file):
    message = refused(write_file(text))

    assert f"行目 {record}" in message
    assert words in message


def test_fault_in_a_newer_file_undoes_its_good_records_too(load, write_file):
    load()
    before = database_state()
    newer = changed("term: 共助", "term: 互助")

    refused(write_file(changed("goal_fiscal_year: 2030", "goal_fiscal_year: 1", newer)))

    assert database_state() == before
