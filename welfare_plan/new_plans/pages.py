"""What a file would become: counts, the tree with its codes, every error in words."""

from collections import defaultdict
from decimal import Decimal

from django.urls import reverse

from indicators.figures import figure_text
from plans.fiscal_year import era_text
from plans.models import PlanImport
from welfare_plan.new_plans.sheets import (
    INITIATIVE,
    MEASURE,
    PLAN,
    POLICY,
    SHEETS,
    SURVEY,
    TARGET,
)

MOST_SHOWN = 200
_TREE = (POLICY, MEASURE, INITIATIVE)
_TITLES = {TARGET: "name", SURVEY: "question"}


def import_page(found: PlanImport) -> dict:
    content = found.content
    errors, records = content["errors"], content["records"]
    is_done = found.state == PlanImport.State.CONFIRMED
    return {
        "file_name": found.file_name,
        "is_done": is_done,
        "can_confirm": not errors and not is_done,
        "errors": errors[:MOST_SHOWN],
        "error_count": len(errors),
        "doubts": content["doubts"][:MOST_SHOWN],
        "counts": [
            {"kind": sheet.name, "count": f"{number}件"}
            for sheet in SHEETS
            if (number := sum(each["sheet"] == sheet.name for each in records))
        ],
        "facts": _facts(records),
        "tree": _tree(records),
        "left_out": sum(
            each["parent"] is None and each["sheet"] not in (PLAN, POLICY)
            for each in records
        ),
        "plan": _links(found),
    }


def _links(found):
    plan = found.plan
    if plan is None:
        return None
    return {
        "name": str(plan),
        "state": plan.get_state_display(),
        "admin_url": reverse("admin:plans_plan_change", args=[plan.pk]),
        "state_url": reverse("plan-state", args=[plan.slug]),
        "public_url": "" if plan.state == plan.State.DRAFT else plan.get_absolute_url(),
    }


def _facts(records):
    plans = [each["fields"] for each in records if each["sheet"] == PLAN]
    if not plans:
        return []
    fields = plans[0]
    years = [fields.get(name) for name in ("period_start_fy", "period_end_fy")]
    period = "から".join(era_text(year) for year in years if year) or "書かれていません"
    return [
        ("計画の名称", fields.get("title", "書かれていません")),
        ("発行者", fields.get("publisher", "書かれていません")),
        ("計画期間", period),
        ("アドレス", f"/plans/{fields.get('slug', '')}/"),
        ("担当課", "、".join(_departments(records)) or "書かれていません"),
    ]


def _departments(records):
    names = (each["fields"].get("department") for each in records)
    return dict.fromkeys(filter(None, names))


def _tree(records):
    """Policies with all that stands below them; every row with the code it gets."""
    below = defaultdict(list)
    for each in records:
        if each["sheet"] != PLAN:
            below[tuple(each["parent"] or ())].append(each)
    return [_branch(each, below) for each in below[()] if each["sheet"] == POLICY]


def _branch(record, below):
    fields, sheet = record["fields"], record["sheet"]
    title = fields.get(_TITLES.get(sheet, "title")) or fields.get("goal_text", "")
    return {
        "kind": sheet,
        "code": fields["code"],
        "title": title,
        "more": _more(sheet, fields),
        "below": [_branch(each, below) for each in below[sheet, fields["code"]]]
        if sheet in _TREE
        else [],
    }


def _more(sheet, fields):
    """The goal of a target, as it was understood."""
    if sheet != TARGET or "goal_value" not in fields:
        return "目標値は未定か、言葉による目標です。" if sheet == TARGET else ""
    year = fields.get("goal_fiscal_year")
    when = f"（{era_text(year)}）" if year else ""
    value, decimals = Decimal(fields["goal_value"]), fields.get("decimals", 0)
    return f"目標 {figure_text(value, decimals, fields.get('goal_unit', ''))}{when}"
