"""Targets as rows: figures in words, and where each stands in one year."""

from indicators.figures import figure_text, year_text
from indicators.following import FollowedTarget, settings_of
from indicators.judged_years import JudgedYear
from indicators.judgement_labels import WAITING
from indicators.judgement_words import actual_unit
from indicators.progress_values import Terms
from plans.addresses import address_of
from plans.presenters import notes_about, period_is_over


def target_rows(targets, plan, year: int, today) -> list[dict]:
    """One row for each followed target, judged in the year that the plan shows."""
    settings, is_over = settings_of(plan), period_is_over(plan, today)
    return [
        _row(each, each.judged(year, today, settings), plan, is_over=is_over)
        for each in targets
    ]


def with_notes(rows: list[dict], notes: list[dict]) -> list[dict]:
    """The rows, each with the source notes about its target."""
    return [{**row, "notes": notes_about(notes, "target", row["code"])} for row in rows]


def target_row(target: FollowedTarget, plan, year: int, today) -> dict:
    """A target's name, figures and standing in words.

    `chip` is None where the plan's period is over and nothing was published: nothing
    is due any more.
    """
    (row,) = target_rows([target], plan, year, today)
    return row


def _row(target, judged, plan, *, is_over):
    values = target.values
    is_past_due = is_over and judged.status in WAITING
    return {
        "code": values["code"],
        "initiative_id": values["initiative_id"],
        "measure_id": values["measure_id"],
        "url": address_of("target-detail", plan.slug, values["code"]),
        "title": values["name"] or values["goal_text"],
        "scope_note": values["scope_note"],
        "baseline": baseline_text(judged.terms, judged.year),
        "goal": goal_text(judged.terms, judged.year, values["goal_as_printed"]),
        "value": value_text(judged),
        "chip": None if is_past_due else chip(judged),
        "reason": "" if is_past_due else judged.sentence,
    }


def chip(judged: JudgedYear) -> dict:
    """The status as word, symbol and style."""
    label = judged.label
    return {
        "code": judged.status.value,
        "symbol": label.symbol,
        "word": label.word,
        "css": label.css,
    }


def value_text(judged: JudgedYear) -> str:
    """940人／年（令和7年度）, or an empty text where no number was published."""
    if judged.value is None:
        return ""
    unit = actual_unit(judged.terms, judged.year)
    figure = figure_text(judged.value, judged.terms.decimals, unit)
    suffix = "・速報" if judged.provisional else ""
    return f"{figure}（{year_text(judged.year)}{suffix}）"


def baseline_text(terms: Terms, year: int) -> str:
    """904人／年（令和5年度）, or the words for a baseline that is not printed.

    Empty beside a goal in words.
    """
    if terms.goal_in(year).state == "statement":
        return ""
    if terms.baseline is None:
        return "原典に記載なし"
    figure = figure_text(terms.baseline, terms.decimals, terms.baseline_unit)
    return f"{figure}（{year_text(terms.baseline_year)}）"


def goal_text(terms: Terms, year: int, printed: str = "") -> str:
    """1,100人／年（令和12年度）: the goal in force in a year, or its words.

    `printed` are the words of the source where it names no number.
    """
    goal = terms.goal_in(year)
    if goal.state == "statement":
        return goal.text
    if goal.state != "set" or goal.value is None:
        return f"未設定（原典の表記「{printed}」）" if printed else "未設定"
    figure = figure_text(goal.value, terms.decimals, goal.unit)
    return f"{figure}（{year_text(goal.year)}）"
