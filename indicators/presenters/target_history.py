"""What was published of a target and when its goal changed; nothing is left out."""

from datetime import date

from django.db.models import CharField, F
from django.db.models.functions import Cast
from django.utils import timezone

from indicators.figures import figure_text, year_text
from indicators.following import FollowedTarget
from indicators.judgement_labels import LABELS
from indicators.judgement_words import actual_unit
from indicators.models import GoalRevision, Observation
from indicators.progress_values import Status
from indicators.withheld import withheld_until
from plans.fiscal_year import day_text, era_text
from plans.parts import part

_WITHDRAWN = "公表を取りやめました"


def revision_part(target: int):
    """Day and reason of each change of the goal; the figures are in the terms."""
    revisions = GoalRevision.objects.filter(target=target).annotate(
        code=Cast("pk", CharField()), position=F("effective_from_fy")
    )
    return part(
        "goal_revision",
        revisions,
        year="effective_from_fy",
        decided_on=Cast("decided_on", CharField()),
        reason="reason",
    )


def value_history(target: FollowedTarget) -> list[dict]:
    """Every publication, the newest first; a correction with its old value and why.

    Once a value is withheld, the numbers that were published of it before are so here
    too, with the reasons that may repeat them.
    """
    rows = [
        _publication(year, before, row, _withheld_until(rows))
        for year, rows in target.publications.items()
        for before, row in zip([None, *rows], rows, strict=False)
    ]
    rows.sort(key=lambda row: (row.pop("at"), row.pop("fiscal_year")), reverse=True)
    return rows


def _withheld_until(rows):
    return withheld_until((row["revision"], row["value_state"]) for row in rows)


def _publication(year, before, row, withheld):
    label = LABELS[Status(row["status"])]
    figures = [figure_words(each, year, withheld) for each in (before, row) if each]
    word = event_words(before, row)
    return {
        "at": row["published_at"],
        "fiscal_year": year,
        "day": day_text(timezone.localdate(row["published_at"])),
        "text": f"{era_text(year)}の{word}：{' → '.join(dict.fromkeys(figures))}",
        "is_correction": row["is_correction"],
        "reason": reason_words(row, withheld),
        "chip": {"symbol": label.symbol, "word": label.word, "css": label.css},
    }


def event_words(before, row):
    """What happened to the value, as the head of a line."""
    if before is None:
        return "実績を公表"
    if row["is_correction"]:
        is_same = (before["value"], before["value_state"]) == (
            row["value"],
            row["value_state"],
        )
        return "実績の判定や注記を訂正" if is_same else "実績を訂正"
    if before["provisional"]:
        return "速報を更新" if row["provisional"] else "確定した実績を公表"
    return "実績を公表"


def reason_words(row, withheld):
    reason = row["correction_reason"]
    return f"（{_WITHDRAWN}）" if reason and row["revision"] < withheld else reason


def figure_words(row, year, withheld):
    """940人／年（速報）, or the word for what is not a number."""
    if row["value_state"]:
        return Observation.ValueState(row["value_state"]).label
    if row["revision"] < withheld:
        return f"値（{_WITHDRAWN}）"
    terms = row["terms"]
    figure = figure_text(row["value"], terms.decimals, actual_unit(terms, year))
    return f"{figure}（速報）" if row["provisional"] else figure


def goal_history(target: FollowedTarget, revisions: list[dict]) -> list[dict]:
    """Every change of the goal, the newest first: from when, old, new, when, why."""
    goals = {goal.effective_from: goal for goal in target.terms.goals}
    rows, old = [], goals[None]
    old_text = _goal(target, old)
    for row in sorted(revisions, key=lambda row: row["year"]):
        new_text = _goal(target, goals[row["year"]])
        rows.append(
            {
                "day": day_text(date.fromisoformat(row["decided_on"])),
                "from": f"{era_text(row['year'])}から",
                "old": old_text,
                "new": new_text,
                "reason": row["reason"],
            }
        )
        old_text = new_text
    return rows[::-1]


def _goal(target, goal):
    if goal.state == "statement":
        return goal.text
    if goal.value is None:
        return "未設定"
    figure = figure_text(goal.value, target.terms.decimals, goal.unit)
    return f"{figure}（{year_text(goal.year)}）"
