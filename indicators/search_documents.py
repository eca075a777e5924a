"""The documents by which the search finds targets, surveys and departments."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from indicators.figures import figure_text, year_text
from indicators.models import GoalRevision, Milestone, SurveyIndicator, Target
from indicators.progress_values import Goal
from initiatives.models import Department, Initiative
from plans.models import Plan
from plans.presenters import policy_label
from plans.search.documents import (
    Document,
    context_of,
    joined,
    place_of,
    register_documents,
)
from plans.search.freshness import watch


def target_documents(plan: Plan) -> Iterator[Document]:
    rows = Target.objects.filter(plan=plan).order_by()
    rows = rows.select_related("measure__policy", "initiative__measure__policy")
    for target in rows.prefetch_related("goal_revisions", "milestones"):
        measure = target.measure or target.initiative.measure
        policy = policy_label(measure.policy.label, measure.policy.code, plan)
        above = (measure.policy.position, measure.position)
        initiative = target.initiative
        yield Document(
            kind="target",
            code=target.code,
            place=place_of(
                *above, initiative.position if initiative else 0, target.position
            ),
            url=reverse("target-detail", args=[plan.slug, target.code]),
            title=target.title,
            context=context_of(
                policy,
                measure.label or measure.title,
                initiative.title if initiative else "",
            ),
            text=_target_text(target),
        )


def _target_text(target):
    *former, last = _goals(target)
    return joined(
        target.scope_note,
        _figure(
            "基準値",
            target,
            target.baseline_value,
            target.baseline_unit,
            target.baseline_fiscal_year,
        ),
        _goal_text("目標値", "", target, last),
        *(
            _figure("中間の目標", target, row.value, last.unit, row.fiscal_year)
            for row in target.milestones.all()
        ),
        *(
            _goal_text("見直す前の目標値", "見直す前の目標　", target, goal)
            for goal in former
        ),
    )


def _goals(target):
    """The goal that the plan printed, then those that replaced it, newest last."""
    first = Goal(
        target.goal_value,
        target.goal_fiscal_year,
        target.goal_unit,
        text=target.goal_text if target.name else "",
    )
    revised = sorted(target.goal_revisions.all(), key=lambda row: row.effective_from_fy)
    return [
        first,
        *(
            Goal(
                row.goal_value,
                row.goal_fiscal_year or first.year,
                row.goal_unit or first.unit,
                text=row.goal_text,
            )
            for row in revised
        ),
    ]


def _goal_text(word, before, target, goal):
    words = f"{before}{goal.text}" if goal.text else ""
    return joined(words, _figure(word, target, goal.value, goal.unit, goal.year))


def _figure(word, target, value, unit, fiscal_year):
    """基準値 904人（令和5年度）; empty where there is no number."""
    if value is None:
        return ""
    figure = figure_text(value, target.decimals, unit)
    return f"{word}　{figure}（{year_text(fiscal_year)}）"


def department_documents(plan: Plan) -> Iterator[Document]:
    """The departments that have a page with their part of the plan."""
    in_charge = Q()
    for model in (Initiative, Target):
        in_charge |= Q(pk__in=model.objects.filter(plan=plan).values("department"))
    rows = Department.objects.filter(in_charge).order_by("pk").values()
    for row in {row["code"]: row for row in rows}.values():
        yield Document(
            kind="department",
            code=row["code"],
            place=0,
            url=reverse("department-dashboard", args=[plan.slug, row["code"]]),
            title=row["name"],
            context="",
            text="担当する目標と取組を見られます。",
        )


def survey_documents(plan: Plan) -> Iterator[Document]:
    rows = SurveyIndicator.objects.filter(plan=plan).order_by()
    columns = ("code", "position", "label", "question", "answer")
    policy = ("policy__code", "policy__label", "policy__position")
    for row in rows.values(*columns, *policy):
        label = policy_label(row["policy__label"], row["policy__code"], plan)
        yield Document(
            kind="survey",
            code=row["code"],
            place=place_of(row["policy__position"], row["position"]),
            url=reverse("survey-detail", args=[plan.slug, row["code"]]),
            title=row["question"],
            context=context_of(label, row["label"]),
            text=row["answer"],
            names=(row["label"],),
        )


def register() -> None:
    for documents in (target_documents, survey_documents, department_documents):
        register_documents(documents)
    watch(Target, SurveyIndicator)
    watch(GoalRevision, Milestone, plans_of=lambda row: [row.target.plan_id])
    watch(Department, plans_of=_plans_of_department)


def _plans_of_department(department):
    initiatives, targets = (
        model.objects.filter(department=department).order_by().values_list("plan")
        for model in (Initiative, Target)
    )
    return {plan for (plan,) in initiatives.union(targets)}
