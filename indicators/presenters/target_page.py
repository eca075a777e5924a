"""The page of one target: what is promised, where it started, what is not yet known."""

from django.db.models import Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from indicators.figures import figure_text, year_text
from indicators.models import Target
from indicators.presenters.targets import target_row
from plans.parts import fetch_parts, part
from plans.presenters import (
    crumbs,
    note_part,
    notes_about,
    pager,
    part_link,
    period_over_text,
    plan_heading,
    plan_name,
    source_rows,
)

# A target stands below an initiative, or below a measure that has none.
_LEVELS = (
    Coalesce("initiative__measure__policy__position", "measure__policy__position"),
    Coalesce("initiative__measure__position", "measure__position"),
    Coalesce("initiative__position", Value(0)),
)


def target_for_page(targets, plan_slug, code):
    """The target at an address, with the records that its page names."""
    return targets.for_page(plan_slug, code).select_related(
        "initiative__measure", "measure", "department", "initiative__department"
    )


def target_page(target: Target, today) -> dict:
    """One query beside that of the target."""
    plan = target.plan
    measure = target.measure or target.initiative.measure
    parts = fetch_parts(
        part(
            "sibling",
            Target.objects.filter(plan=plan),
            below=_LEVELS,
            name="name",
            goal_text="goal_text",
        ),
        note_part(plan, target=[target.code]),
    )
    values = {
        field.attname: getattr(target, field.attname)
        for field in Target._meta.concrete_fields
    }
    department = target.department or (
        target.initiative.department if target.initiative else None
    )
    return {
        "crumbs": crumbs(
            (plan_name(plan), plan.get_absolute_url()),
            (
                measure.label or measure.title,
                reverse("measure-detail", args=[plan.slug, measure.code]),
            ),
            (plan.target_label, None),
        ),
        "plan": plan_heading(plan),
        "period_over": period_over_text(plan, today),
        "label": plan.target_label,
        "target": target_row(values, plan, today),
        "figures": _figures(target),
        "parents": _parents(plan, measure, target.initiative),
        "department": department.name if department else "原典に記載なし",
        "printed": [
            text
            for text in (target.baseline_as_printed, target.goal_as_printed)
            if text
        ],
        "notes": notes_about(parts["note"], "target", target.code),
        "source": source_rows(plan, target.source_heading, target.source_page),
        "pager": pager(
            parts["sibling"],
            target.code,
            lambda row: part_link("target-detail", plan, row, title=_title(row)),
        ),
    }


def _title(row):
    return row["name"] or row["goal_text"]


def _figures(target):
    """Baseline and goal as large figures; what is not printed is said in words."""
    if target.goal_state == Target.GoalState.STATEMENT:
        return []
    baseline = goal = None
    if target.baseline_value is not None:
        baseline = figure_text(
            target.baseline_value, target.decimals, target.baseline_unit
        )
    if target.goal_value is not None:
        goal = figure_text(target.goal_value, target.decimals, target.goal_unit)
    return [
        {
            "label": f"基準値（{year_text(target.baseline_fiscal_year)}）",
            "value": baseline,
            "missing": "原典に記載なし",
        },
        {
            "label": f"目標値（{year_text(target.goal_fiscal_year)}）",
            "value": goal,
            "missing": "未設定",
        },
    ]


def _parents(plan, measure, initiative):
    rows = [
        {
            "level": plan.level2_label,
            "title": measure.title,
            "url": reverse("measure-detail", args=[plan.slug, measure.code]),
        }
    ]
    if initiative:
        rows.append(
            {
                "level": plan.level3_label,
                "title": initiative.title,
                "url": reverse("initiative-detail", args=[plan.slug, initiative.code]),
            }
        )
    return rows
