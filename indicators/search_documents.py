"""The documents by which the search finds targets and survey indicators."""

from collections.abc import Iterator

from django.urls import reverse

from indicators.figures import figure_text, year_text
from indicators.models import SurveyIndicator, Target
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
    for target in rows:
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
    goal_text = target.goal_text if target.name else ""
    return joined(
        target.scope_note,
        goal_text,
        _figure("基準値", target, "baseline"),
        _figure("目標値", target, "goal"),
    )


def _figure(word, target, which):
    """基準値 904人（令和5年度）; empty where there is no number."""
    value = getattr(target, f"{which}_value")
    if value is None:
        return ""
    unit = getattr(target, f"{which}_unit")
    year = year_text(getattr(target, f"{which}_fiscal_year"))
    return f"{word}　{figure_text(value, target.decimals, unit)}（{year}）"


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
        )


def register() -> None:
    for documents in (target_documents, survey_documents):
        register_documents(documents)
    watch(Target, SurveyIndicator)
