"""What a round will ask for, counted for people: by plan and by department."""

from collections import Counter

from indicators.rounds.asking import Asked
from indicators.rounds.recipients import NO_DEPARTMENT
from initiatives.departments import Departments
from plans.presenters import plan_name


def preview(publisher, asked: list[Asked]) -> dict:
    """Ready strings: the whole, a row a plan, a row a department."""
    names = Departments(publisher).by_id
    homeless = sum(row.department is None for row in asked)
    plans = {row.plan.pk: plan_name(row.plan) for row in asked}
    owners = sorted({row.department for row in asked} - {None})
    departments = {pk: names[pk].name for pk in owners}
    return {
        "is_empty": not asked,
        "total": _counts(asked),
        "plans": _rows(asked, plans, lambda row: row.plan.pk),
        "departments": _rows(
            asked, {**departments, None: NO_DEPARTMENT}, lambda row: row.department
        ),
        "homeless": f"{homeless}件" if homeless else "",
    }


def _rows(asked, names, key):
    rows = [(name, [a for a in asked if key(a) == pk]) for pk, name in names.items()]
    return [{"name": name, "counts": _counts(found)} for name, found in rows if found]


def _counts(asked):
    """実績24件、評価3件; what there is none of is left out."""
    counted = Counter("実績" if row.is_figure else "評価" for row in asked)
    return "、".join(f"{word}{counted[word]}件" for word in sorted(counted)) or "0件"
