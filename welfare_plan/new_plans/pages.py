"""What a file would become: counts, the tree with its codes, every error in words."""

from collections import defaultdict
from decimal import Decimal

from django.urls import reverse

from indicators.figures import figure_text
from initiatives.models import Department
from plans.fiscal_year import era_text
from plans.models import PlanImport, Publisher
from plans.tables import same_word
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
_MISSING = "書かれていません"
_NEW = "（新しく登録します）"
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
        "facts": _facts(records, is_done),
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


def _facts(records, is_done):
    plans = [each["fields"] for each in records if each["sheet"] == PLAN]
    if not plans:
        return []
    fields = plans[0]
    publisher = fields.get("publisher", "")
    owner = Publisher.objects.filter(name=publisher).first()
    is_new = publisher and not is_done and owner is None
    years = [fields.get(name) for name in ("period_start_fy", "period_end_fy")]
    period = "から".join(era_text(year) for year in years if year) or _MISSING
    return [
        ("計画の名称", fields.get("title", _MISSING)),
        ("発行者", f"{publisher or _MISSING}{_NEW * bool(is_new)}"),
        ("計画期間", period),
        ("アドレス", f"/plans/{fields.get('slug', '')}/"),
        *_departments(records, owner, is_done),
    ]


def _departments(records, publisher, is_done):
    """Those that are there by now, and those that 確定 would add: a slip shows here."""
    written = (each["fields"].get("department") for each in records)
    # Two spellings of one name are one department.
    names = {same_word(name): name for name in filter(None, written)}
    rows = Department.objects.filter(publisher=publisher) if publisher else ()
    known = {same_word(row.name): _known_text(row) for row in rows}
    there = [known[key] for key in names if key in known]
    new = [name for key, name in names.items() if key not in known]
    if is_done or not names:
        return [("担当課", "、".join(names.values()) or _MISSING)]
    found = [("登録のある担当課", "、".join(there))] if there else []
    return found + ([(f"担当課{_NEW}", "、".join(new))] if new else [])


def _known_text(department):
    last = department.valid_to_fy
    return f"{department.name}（{era_text(last)}まで）" if last else department.name


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
    """The goal and the baseline of a target, as they were understood."""
    if sheet != TARGET:
        return ""
    goal, baseline = _figure(fields, "goal"), _figure(fields, "baseline")
    said = f"目標 {goal}" if goal else "目標値は未定か、言葉による目標です。"
    return f"{said}　基準値 {baseline}" if baseline else said


def _figure(fields, name):
    if f"{name}_value" not in fields:
        return ""
    value, year = Decimal(fields[f"{name}_value"]), fields.get(f"{name}_fiscal_year")
    when = f"（{era_text(year)}）" if year else ""
    unit = fields.get(f"{name}_unit", "")
    return f"{figure_text(value, fields.get('decimals', 0), unit)}{when}"
