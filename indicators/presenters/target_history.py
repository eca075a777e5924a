"""What was published of a target and when its goal changed; nothing is left out."""

from datetime import date

from django.db.models import CharField, F
from django.db.models.functions import Cast
from django.utils import timezone

from indicators.figures import figure_text, year_text
from indicators.following import FollowedTarget
from indicators.judgement_labels import LABELS
from indicators.models import GoalRevision, Observation
from indicators.progress_values import Status
from plans.fiscal_year import day_text, era_text
from plans.parts import part


def revision_part(target):
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
        text="goal_text",
    )


def value_history(target: FollowedTarget) -> list[dict]:
    """Every publication, the newest first; a correction with its old value and why."""
    rows = [
        _publication(target, year, before, row)
        for year, rows in target.publications.items()
        for before, row in zip([None, *rows], rows, strict=False)
    ]
    rows.sort(key=lambda row: (row.pop("at"), row.pop("fiscal_year")), reverse=True)
    return rows


def _publication(target, year, before, row):
    figure = _figure(target, row)
    label = LABELS[Status(row["status"])]
    text = f"{era_text(year)}の実績を公表：{figure}"
    if before:
        text = f"{era_text(year)}の実績を訂正：{_figure(target, before)} → {figure}"
    return {
        "at": row["published_at"],
        "fiscal_year": year,
        "day": day_text(timezone.localdate(row["published_at"])),
        "text": text,
        "is_correction": bool(before),
        "reason": row["correction_reason"],
        "chip": {"symbol": label.symbol, "word": label.word, "css": label.css},
    }


def _figure(target, row):
    """940人／年（速報）, or the word for what is not a number."""
    if row["value_state"]:
        return Observation.ValueState(row["value_state"]).label
    values = target.values
    unit = values["goal_unit"] or values["baseline_unit"]
    figure = figure_text(row["value"], values["decimals"], unit)
    return f"{figure}（速報）" if row["provisional"] else figure


def goal_history(target: FollowedTarget, revisions: list[dict]) -> list[dict]:
    """Every change of the goal, the newest first: from when, old, new, when, why."""
    texts = {row["year"]: row["text"] for row in revisions}
    goals = {goal.effective_from: goal for goal in target.terms.goals}
    rows, old = [], goals[None]
    old_text = _goal(target, old, target.values["goal_text"])
    for row in sorted(revisions, key=lambda row: row["year"]):
        new_text = _goal(target, goals[row["year"]], texts[row["year"]])
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


def _goal(target, goal, text):
    if goal.state == "statement":
        return text
    if goal.value is None:
        return "未設定"
    figure = figure_text(goal.value, target.terms.decimals, goal.unit)
    return f"{figure}（{year_text(goal.year)}）"
