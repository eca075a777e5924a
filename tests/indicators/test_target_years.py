from datetime import date

import pytest

from indicators.following import FollowedTarget
from indicators.judgement_words import expected_text, reason_of
from indicators.presenters.target_years import year_rows, years_of
from indicators.progress import judge
from indicators.progress_values import Goal
from plans.models import Plan
from tests.indicators.judging import R5, R7, R12, a_goal, number, row, terms
from tests.indicators.later import a_publication

NOVEMBER_R8 = date(2026, 11, 1)
PLAN = Plan()
OVER = Plan(period_start_fy=2014, period_end_fy=2018)


def a_followed(promise=None, rows=None, **notes):
    """A target with one publication a year, judged as it would have been."""
    promise = promise or terms()
    observed = {
        year: row(cell) if isinstance(cell, str) else cell
        for year, cell in (rows or {}).items()
    }
    return FollowedTarget(
        values={},
        terms=promise,
        publications={
            year: [_publication(promise, observed, year, **notes)] for year in observed
        },
    )


def _publication(promise, observed, year, note="", **_):
    result = judge(promise, observed, year=year, as_of=date(year + 1, 9, 1))
    own = observed[year]
    return a_publication(
        promise,
        year,
        value=own.number,
        value_state=own.state,
        provisional=own.provisional,
        break_in_series=own.break_in_series,
        status=result.status.value,
        status_why=result.why,
        sentence=reason_of(result, promise),
        expected_text=expected_text(result, promise),
        steps="[]",
        note=note,
    )


def rows_of(target, plan=PLAN, today=NOVEMBER_R8, shown=R7, **options):
    rows = year_rows(years_of(target, plan, today, **options), target, shown)
    return {row["year"]: row for row in rows}


def column(rows, name):
    return [row[name] for row in rows.values()]


def test_the_years_run_from_the_baseline_to_the_goal_with_what_is_due():
    rows = rows_of(a_followed(rows={2024: "931", R7: "940"}))

    assert list(rows) == ["R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12"]
    assert column(rows, "expected") == [
        "904",
        "932",
        "960",
        "988",
        "1,016",
        "1,044",
        "1,072",
        "1,100",
    ]
    assert column(rows, "actual") == ["904", "931", "940", "", "", "", "", ""]
    assert column(rows, "difference") == ["", "−1", "−20", "", "", "", "", ""]
    words = [
        row["chip"]["word"] if row["chip"] else row["word"] for row in rows.values()
    ]
    assert words == [
        "基準年度",
        "順調",
        "やや遅れ",
        "報告時期前",
        "これから",
        "これから",
        "これから",
        "目標の年度",
    ]


def test_the_row_of_the_year_shown_is_complete():
    shown = a_followed(rows={R7: row("940", provisional=True)}, note="11月に再集計")

    assert rows_of(shown)["R7"] == {
        "year": "R7",
        "western": "2025",
        "css": "now",
        "expected": "960",
        "actual": "940",
        "difference": "−20",
        "chip": {
            "code": "slightly_behind",
            "symbol": "△",
            "word": "やや遅れ",
            "css": "slight",
        },
        "word": "",
        "notes": ["速報", "11月に再集計"],
    }


def test_differences_are_those_of_the_printed_figures():
    promise = terms("5928", "9000", unit="回")
    rows = rows_of(a_followed(promise, {R7: "6900"}))

    assert rows["R7"]["expected"] == "6,805.7"
    assert rows["R7"]["difference"] == "+94.3"


def test_interim_and_revised_goals_are_noted_in_their_years():
    promise = terms(
        goals=(a_goal(), a_goal("1200", effective_from=2028)),
        milestones={2026: number("1000")},
    )
    rows = rows_of(a_followed(promise))

    assert rows["R8"]["notes"] == ["中間の目標 1,000"]
    assert rows["R8"]["expected"] == "1,000"
    assert rows["R10"]["notes"] == ["この年度から目標を1,200に見直しました"]
    assert rows["R12"]["notes"] == ["目標 1,200"]
    assert rows["R12"]["expected"] == "1,200"


def test_a_break_in_the_series_is_noted_and_has_no_path_after_it():
    rows = rows_of(a_followed(rows={R7: row("700", break_in_series=True)}))

    assert rows["R7"]["notes"] == ["この年度から数え方が変わりました"]
    assert rows["R7"]["chip"]["word"] == "比較できません"
    assert column(rows, "expected") == ["904", "932", "", "", "", "", "", ""]


@pytest.mark.parametrize(
    ("state", "word"),
    [("collecting", "集計中"), ("suppressed", "秘匿"), ("not_implemented", "未実施")],
)
def test_what_is_not_a_number_is_a_word(state, word):
    rows = rows_of(a_followed(rows={R7: row(state=state)}))

    assert rows["R7"]["actual"] == word
    assert rows["R7"]["difference"] == ""


def test_zero_is_a_value():
    rows = rows_of(a_followed(terms("0", "4", unit="か所"), {R7: "0"}))

    assert rows["R5"]["actual"] == "0"
    assert rows["R7"]["actual"] == "0"


def test_a_level_to_keep_has_no_path():
    promise = terms("95", "90", unit="%", mode="maintain", direction="increase")
    rows = rows_of(a_followed(promise, {R7: "93"}))

    assert set(column(rows, "expected")) == {""}
    assert rows["R7"]["chip"]["word"] == "維持"


def test_an_ended_plan_expects_nothing_more():
    promise = terms(baseline_year=2014, goal_year=2018)
    rows = rows_of(a_followed(promise), OVER, shown=2018)

    assert list(rows) == ["H26", "H27", "H28", "H29", "H30"]
    assert set(column(rows, "expected")) == {""}
    assert rows["H30"]["word"] == "実績の登録なし"


def test_a_project_that_ended_stays_ended_in_the_years_to_come():
    rows = rows_of(a_followed(rows={R7: row(state="discontinued")}))

    assert rows["R12"]["chip"]["word"] == "事業終了"


def test_a_target_without_a_baseline_starts_where_it_is_told_to():
    promise = terms(None, "300", baseline_year=None)

    assert list(rows_of(a_followed(promise), first=2024))[0] == "R6"
    assert list(rows_of(a_followed(promise)))[0] == "R12"


def test_a_target_without_any_year_has_no_rows():
    promise = terms(goals=(Goal(state="statement"),), baseline=None, baseline_year=None)

    assert rows_of(a_followed(promise)) == {}


def test_a_published_value_of_the_baseline_year_is_shown_beside_the_baseline():
    rows = rows_of(a_followed(rows={R5: "910"}))

    assert rows["R5"]["actual"] == "910"
    assert rows["R5"]["notes"] == ["基準値は904"]


def test_years_after_the_goal_are_shown_when_values_came_later():
    rows = rows_of(
        a_followed(rows={R12 + 1: "1112"}), today=date(2032, 9, 1), shown=R12 + 1
    )

    assert rows["R13"]["expected"] == "1,100"
    assert rows["R13"]["difference"] == "+12"
