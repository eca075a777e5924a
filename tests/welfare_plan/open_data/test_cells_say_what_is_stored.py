"""What stands in the cells, for one plan whose every figure is known."""

import csv
import io

import pytest
from openpyxl import load_workbook

from plans.tables.guards import unguarded
from plans.tables.workbook.text import unescaped
from tests import factories, value_records
from tests.indicators.published import publish_value
from tests.plans.records import a_publisher, a_section
from tests.welfare_plan.open_data.files import fetched, records
from tests.welfare_plan.open_data.nasty import a_nasty_plan
from welfare_plan.open_data.formats.cells import one_line
from welfare_plan.open_data.schema import TABLES

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return factories.a_plan(
        slug="mihon",
        title="見本計画",
        area_name="見本市",
        publisher=a_publisher(municipality_code="012345"),
    )


@pytest.fixture
def target(plan):
    measure = factories.a_measure(factories.a_policy(plan), code="1-1")
    initiative = factories.an_initiative(measure, code="1-1-1")
    return factories.a_target(initiative, code="1", name="参加した人")


def rows_of(table, plan):
    """The rows of a CSV file as dictionaries of texts."""
    text = fetched(f"{table}.csv", plan).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_value_stands_with_its_judgement_as_it_was_published(plan, target):
    publish_value(target, 2025, "940", note="速報を含む")

    (row,) = rows_of("observations", plan)

    assert row == {
        "municipality_code": "012345",
        "municipality_name": "見本市",
        "plan_id": "mihon",
        "target_id": "mihon/1",
        "target_code": "1",
        "target_name": "参加した人",
        "department": "",
        "fiscal_year": "2025",
        "fiscal_year_wareki": "令和7年度",
        "value": "940",
        "unit": "人／年",
        "value_state": "",
        "provisional": "false",
        "expected_value": "960",
        "progress_pct": "18.4",
        "auto_status": "slightly_behind",
        "rule_version": "1",
        "note": "速報を含む",
        "published_on": "2026-09-01",
        "revised_on": "",
        "auto_status_reason": "",
        "sentence": "令和7年度の目安960人に対し実績940人（20人下回る）。",
        "reason": "",
        "break_in_series": "false",
        "revision": "1",
        "sample": "false",
    }


def test_json_has_numbers_truth_values_and_nulls(plan, target):
    publish_value(target, 2025, "940.0000")

    (row,) = records("observations", plan)

    assert (row["value"], row["progress_pct"]) == (940, 18.4)
    assert row["provisional"] is False
    assert row["note"] is None


def test_what_is_no_number_is_empty_and_says_why(plan, target):
    publish_value(target, 2025, value_state="collecting")

    (row,) = records("observations", plan)

    assert row["value"] is None
    assert row["value_state"] == "collecting"
    assert row["auto_status"] == "collecting"
    assert row["progress_pct"] is None


def test_nought_is_not_empty(plan, target):
    publish_value(target, 2025, "0")

    assert rows_of("observations", plan)[0]["value"] == "0"


def test_a_correction_leaves_the_old_value_in_the_revisions(plan, target):
    publish_value(target, 2025, "940")
    publish_value(target, 2025, "958", correction_reason="数え直したため")

    (value,) = records("observations", plan)
    old, new = records("revisions", plan)

    assert (value["value"], value["revision"]) == (958, 2)
    assert (value["published_on"], value["revised_on"]) == ("2026-09-01",) * 2
    assert (old["value"], old["is_correction"], old["correction_reason"]) == (
        940,
        False,
        None,
    )
    assert (new["value"], new["is_correction"]) == (958, True)
    assert new["correction_reason"] == "数え直したため"
    assert new["published_at"] == "2026-09-01T12:00:00+09:00"


def test_the_terms_of_a_judgement_stand_beside_it(plan, target):
    publish_value(target, 2025, "940")

    (row,) = records("revisions", plan)

    terms = {
        name.removeprefix("judged_"): value
        for name, value in row.items()
        if name.startswith("judged_")
    }
    assert terms == {
        "evaluation_mode": "goal",
        "direction": None,
        "decimals": 0,
        "baseline_value": 904,
        "baseline_unit": "人／年",
        "baseline_fiscal_year": 2023,
        "baseline_fiscal_year_wareki": "令和5年度",
        "goal_state": "set",
        "goal_value": 1100,
        "goal_unit": "人／年",
        "goal_fiscal_year": 2030,
        "goal_fiscal_year_wareki": "令和12年度",
        "k_on": 0.95,
        "k_slight": 0.6,
        "regress_tol": 0.05,
    }


def test_a_number_withheld_later_cannot_be_worked_out(plan, target):
    publish_value(target, 2025, "940")
    publish_value(
        target, 2025, value_state="suppressed", correction_reason="940では分かる"
    )

    old, new = records("revisions", plan)

    assert (old["value"], old["value_state"]) == (None, "withdrawn")
    assert old["progress_pct"] is None
    assert (new["value"], new["value_state"]) == (None, "suppressed")
    assert records("observations", plan)[0]["value_state"] == "suppressed"


def test_a_survey_result_stands_with_the_margins_of_its_page(plan):
    indicator = factories.a_survey_indicator(factories.a_policy(plan), code="s")
    wave = value_records.a_wave(
        plan=plan, state="published", sent=2500, valid_n=1000, method="郵送"
    )
    value_records.a_result(indicator=indicator, wave=wave, percent="34.5")

    (row,) = records("survey_results", plan)

    assert row["percent"] == 34.5
    assert (row["n"], row["sent"], row["method"]) == (1000, 2500, "郵送")
    assert (row["margin_of_error"], row["margin_is_assumed"]) == (2.9, False)
    assert (row["change_points"], row["change_margin"]) == (4.3, 4.1)
    assert (row["change_status"], row["for_reference"]) == ("improved", True)


def test_a_line_break_is_one_blank_in_csv_and_stays_in_json(plan):
    a_section(plan, heading="見出し", body="一行目\r\n\n　二行目 ")

    (as_csv,), (as_json,) = rows_of("sections", plan), records("sections", plan)

    assert as_csv["body"] == "一行目 二行目"
    assert as_json["body"] == "一行目\r\n\n　二行目 "


@pytest.mark.parametrize("text", ["=1+1", "+81-00", "-一つ", "@SUM(A1)", "'=1", "＝1"])
def test_no_text_of_a_csv_file_is_a_formula(plan, text):
    a_section(plan, heading=text, body=f"\t{text}")

    (as_csv,), (as_json,) = rows_of("sections", plan), records("sections", plan)

    assert (as_csv["heading"], as_csv["body"]) == (f"'{text}", f"'{text}")
    assert as_json["heading"] == text


def test_all_three_kinds_of_file_say_the_same():
    plan = a_nasty_plan()
    book = load_workbook(io.BytesIO(fetched("plan.xlsx", plan)))

    for table in TABLES:
        as_csv = [
            [unguarded(cell) for cell in row.values()]
            for row in rows_of(table.name, plan)
        ]
        as_json = [list(row.values()) for row in records(table.name, plan)]
        as_sheet = [
            [
                unescaped(str(cell.value)) if cell.data_type == "s" else cell.value
                for cell in row
            ]
            for row in book[table.name].iter_rows(min_row=2, max_col=len(table.fields))
        ]
        assert [[_text(cell) for cell in row] for row in as_json] == as_csv
        assert [[_text(cell) for cell in row] for row in as_sheet] == as_csv


def _text(value):
    """A value of JSON or of a sheet as CSV writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return format(value, ".15g")
    return one_line(str(value))
