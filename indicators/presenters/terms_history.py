"""Baseline and goal that were put right after they had been public: old, new, why."""

from datetime import date
from decimal import Decimal

from django.db.models import CharField
from django.db.models.functions import Cast, TruncDate

from indicators.figures import figure_text, year_text
from indicators.models import Target
from plans.fiscal_year import day_text
from plans.parts import part

_WORDS = {"baseline": "基準値", "goal": "目標値"}


def terms_part(target: Target):
    """The target's own baseline and goal after each save, with the reason for it.

    Values travel as text: as JSON numbers they would turn into floats.
    """
    figures = {
        f"{name}_{column}": f"{name}_{source}"
        for name in _WORDS
        for column, source in (("unit", "unit"), ("year", "fiscal_year"))
    }
    return part(
        "terms",
        Target.history.filter(id=target.pk),
        below=("history_id",),
        day=Cast(TruncDate("history_date"), CharField()),
        reason="history_change_reason",
        decimals="decimals",
        **{name: Cast(f"{name}_value", CharField()) for name in _WORDS},
        **figures,
    )


def terms_history(rows: list[dict]) -> list[dict]:
    """Every change that was made with a reason, the newest first."""
    found = [
        {
            "day": day_text(date.fromisoformat(after["day"])),
            "what": word,
            "old": _figure(before, name),
            "new": _figure(after, name),
            "reason": after["reason"],
        }
        for before, after in zip(rows, rows[1:], strict=False)
        for name, word in _WORDS.items()
        if after["reason"] and _figure(before, name) != _figure(after, name)
    ]
    return found[::-1]


def _figure(row, name):
    if row[name] is None:
        return "記載なし" if name == "baseline" else "未設定"
    figure = figure_text(Decimal(row[name]), row["decimals"], row[f"{name}_unit"])
    return f"{figure}（{year_text(row[f'{name}_year'])}）"
