"""Targets as rows: figures in words, and where each stands without a yearly value."""

from django.urls import reverse

from indicators.figures import figure_text, year_text
from indicators.progress import Status, Terms, standing_without_value
from plans.fiscal_year import latest_finished
from plans.presenters import notes_about, period_is_over

_COLUMNS = (
    "id",
    "code",
    "name",
    "goal_text",
    "scope_note",
    "initiative_id",
    "measure_id",
    "evaluation_mode",
    "decimals",
    "baseline_value",
    "baseline_unit",
    "baseline_fiscal_year",
    "goal_state",
    "goal_value",
    "goal_unit",
    "goal_fiscal_year",
    "goal_as_printed",
    "unit_confirmed",
)

_CHIPS = {
    Status.MONITOR: ("◇", "推移を確認"),
    Status.GOAL_STATEMENT: ("－", "言葉による目標"),
    Status.GOAL_UNDECIDED: ("－", "目標値未設定"),
    Status.UNIT_CHECK: ("－", "単位確認中"),
    Status.BASELINE_YEAR: ("－", "基準年度"),
    Status.NOT_REPORTED: ("－", "未報告"),
}

_REASONS = {
    Status.MONITOR: "多いほど良いとは限らないため、増減の良し悪しは判定しません。",
    Status.GOAL_STATEMENT: "言葉による目標のため、数値では判定しません。",
    Status.GOAL_UNDECIDED: "原典に目標の数値が書かれていないため、判定できません。",
    Status.UNIT_CHECK: (
        "基準値と目標値の単位が違うため、発行者に確かめるまで判定しません。"
    ),
    Status.BASELINE_YEAR: "出発点の年度です。",
}


def target_rows(targets, plan, today) -> list[dict]:
    """One row a target, in one query."""
    return [target_row(values, plan, today) for values in targets.values(*_COLUMNS)]


def with_notes(rows: list[dict], notes: list[dict]) -> list[dict]:
    """The rows, each with the source notes about its target."""
    return [{**row, "notes": notes_about(notes, "target", row["code"])} for row in rows]


def target_row(values: dict, plan, today) -> dict:
    """A target's name, figures and standing in words.

    `chip` is None where the plan's period is over: nothing is due any more.
    """
    status = standing_without_value(terms_of(values), year=latest_finished(today))
    is_over = period_is_over(plan, today) and status == Status.NOT_REPORTED
    return {
        "code": values["code"],
        "initiative_id": values["initiative_id"],
        "measure_id": values["measure_id"],
        "url": reverse("target-detail", args=[plan.slug, values["code"]]),
        "title": values["name"] or values["goal_text"],
        "scope_note": values["scope_note"],
        "baseline": baseline_text(values),
        "goal": goal_text(values),
        "chip": None if is_over else chip(status),
        "reason": "" if is_over else reason(status, latest_finished(today)),
    }


def terms_of(values: dict) -> Terms:
    return Terms(
        mode=values["evaluation_mode"],
        goal_state=values["goal_state"],
        baseline=values["baseline_value"],
        baseline_unit=values["baseline_unit"],
        baseline_year=values["baseline_fiscal_year"],
        goal=values["goal_value"],
        goal_unit=values["goal_unit"],
        unit_confirmed=values["unit_confirmed"],
    )


def chip(status: Status) -> dict:
    symbol, word = _CHIPS[status]
    return {"code": status.value, "symbol": symbol, "word": word}


def reason(status: Status, year: int) -> str:
    """One sentence that says why the status is what it is."""
    if status == Status.NOT_REPORTED:
        return f"{year_text(year)}の実績は、まだこのサイトに登録されていません。"
    return _REASONS[status]


def baseline_text(values: dict) -> str:
    """904人／年（令和5年度）, or the words for a baseline that is not printed."""
    if values["goal_state"] == "statement":
        return ""
    if values["baseline_value"] is None:
        return "原典に記載なし"
    figure = figure_text(
        values["baseline_value"], values["decimals"], values["baseline_unit"]
    )
    return f"{figure}（{year_text(values['baseline_fiscal_year'])}）"


def goal_text(values: dict) -> str:
    """1,100人／年（令和12年度）, or the words for a goal that is no number."""
    if values["goal_state"] == "statement":
        return values["goal_text"]
    if values["goal_value"] is None:
        printed = values["goal_as_printed"]
        return f"未設定（原典の表記「{printed}」）" if printed else "未設定"
    figure = figure_text(values["goal_value"], values["decimals"], values["goal_unit"])
    return f"{figure}（{year_text(values['goal_fiscal_year'])}）"
