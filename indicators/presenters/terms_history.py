"""What a judgement is made by, where it was put right after it had been public."""

from datetime import date
from decimal import Decimal

from django.db.models import CharField, F
from django.db.models.functions import Cast, TruncDate

from indicators.figures import figure_text, year_text
from indicators.models import Milestone, Target
from plans.fiscal_year import day_text, era_text
from plans.history_reasons import is_import, told_reason
from plans.parts import part


def terms_parts(target: int) -> tuple:
    """The target's terms and its interim goals after each save, with the reason.

    Values travel as text: as JSON numbers they would turn into floats.
    """
    shared = {
        "day": Cast(TruncDate("history_date"), CharField()),
        "reason": "history_change_reason",
    }
    own = part(
        "terms",
        Target.history.filter(id=target),
        below=("history_id",),
        **shared,
        **{name: name for name in TERM_COLUMNS},
        **{name: Cast(name, CharField()) for name in ("baseline_value", "goal_value")},
    )
    interim = Milestone.history.filter(target_id=target)
    return own, part(
        "interim_terms",
        interim.annotate(code=Cast("id", CharField()), position=F("id")),
        below=("history_id",),
        **shared,
        year="fiscal_year",
        value=Cast("value", CharField()),
    )


def terms_history(parts: dict, decimals: int) -> list[dict]:
    """Every change that was made with a reason, the newest first."""
    found = [
        _row(after, word, text(before), text(after))
        for before, after in zip(parts["terms"], parts["terms"][1:], strict=False)
        for word, text in TERM_WORDS.items()
        if _is_told(after) and text(before) != text(after)
    ]
    last = {}
    for row in parts["interim_terms"]:
        before = last.get(row["code"])
        last[row["code"]] = row
        if _is_told(row):
            old = interim_text(before, decimals) if before else "なし"
            found.append(_row(row, "中間の目標", old, interim_text(row, decimals)))
    return sorted(found, key=lambda row: row.pop("at"), reverse=True)


def _is_told(row):
    """Whether a reason was given; the name of a file that staff took in is none."""
    reason = row["reason"] or ""
    return bool(told_reason(reason) if is_import(reason) else reason)


def _row(after, word, old, new):
    return {
        "at": after["day"],
        "day": day_text(date.fromisoformat(after["day"])),
        "what": word,
        "old": old,
        "new": new,
        "reason": told_reason(after["reason"]),
    }


def interim_text(row, decimals):
    figure = figure_text(Decimal(row["value"]), decimals, "")
    return f"{era_text(row['year'])}は{figure}"


def _baseline(row):
    if row["baseline_value"] is None:
        return "記載なし"
    unit = row["baseline_unit"]
    figure = figure_text(Decimal(row["baseline_value"]), row["decimals"], unit)
    return f"{figure}（{year_text(row['baseline_fiscal_year'])}）"


def goal_text(row):
    if row["goal_state"] == Target.GoalState.STATEMENT:
        return row["goal_text"]
    if row["goal_value"] is None:
        return "未設定"
    figure = figure_text(Decimal(row["goal_value"]), row["decimals"], row["goal_unit"])
    return f"{figure}（{year_text(row['goal_fiscal_year'])}）"


def _mode(row):
    return Target.EvaluationMode(row["evaluation_mode"]).label


def _direction(row):
    return Target.Direction(row["direction"]).label if row["direction"] else "未設定"


def _units(row):
    return "同じものと確認" if row["unit_confirmed"] else "未確認"


TERM_WORDS = {
    "基準値": _baseline,
    "目標値": goal_text,
    "判定のしかた": _mode,
    "めざす向き": _direction,
    "基準値と目標値の単位": _units,
}
TERM_COLUMNS = (
    "decimals",
    "evaluation_mode",
    "direction",
    "unit_confirmed",
    "baseline_unit",
    "baseline_fiscal_year",
    "goal_state",
    "goal_unit",
    "goal_fiscal_year",
    "goal_text",
)
