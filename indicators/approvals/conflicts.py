"""確かめること: targets whose figures contradict each other, and where to mend them."""

from collections import defaultdict

from django.core.paginator import Paginator
from django.db.models import F
from django.urls import reverse

from indicators.approvals.contradictions import (
    baseline_contradiction,
    direction_contradiction,
    unit_contradiction,
)
from indicators.models import GoalRevision, Observation, Target
from plans.fiscal_year import era_text
from plans.page_steps import page_steps
from plans.presenters import plan_name

# Of all targets of the site, only what is compared.
_TERMS = (
    "direction",
    "evaluation_mode",
    "baseline_value",
    "baseline_unit",
    "goal_value",
    "goal_unit",
    "unit_confirmed",
)


PAGE = 30


def conflicts_page(query) -> dict:
    """A row a target that has something to mend, in the order of the plans."""
    found = _found()
    targets = Target.objects.filter(pk__in=found).select_related("plan")
    order = targets.order_by("plan__position", "plan", "position", "code")
    page = Paginator(order, PAGE).get_page(query.get("page"))
    return {
        "rows": [_row(target, found[target.pk]) for target in page.object_list],
        "rows_text": f"{page.paginator.count:,}件",
        "pager": page_steps(page, "?page={}".format),
    }


def _row(target, sentences):
    return {
        "title": target.title,
        "plan": plan_name(target.plan),
        "sentences": sentences,
        "admin_url": reverse("admin:indicators_target_change", args=[target.pk]),
    }


def _found():
    """All sentences by target: few targets have one, so only these are read whole."""
    found = defaultdict(list)
    for add in (_baselines, _terms, _revisions):
        for target, sentence in add():
            if sentence:
                found[target].append(sentence)
    return found


def _baselines():
    """The observations of baseline years, whatever has become of them."""
    rows = Observation.objects.filter(
        fiscal_year=F("target__baseline_fiscal_year"), value__isnull=False
    ).exclude(value=F("target__baseline_value"))
    for row in rows.exclude(target__baseline_value=None).select_related("target"):
        target = row.target
        yield (
            target.pk,
            baseline_contradiction(
                row.value,
                baseline=target.baseline_value,
                year=row.fiscal_year,
                decimals=target.decimals,
                unit=target.baseline_unit,
            ),
        )


def _terms():
    targets = Target.objects.exclude(goal_value=None).exclude(baseline_value=None)
    for target in targets.only(*_TERMS):
        yield (
            target.pk,
            direction_contradiction(
                target.direction,
                mode=target.evaluation_mode,
                baseline=target.baseline_value,
                goal=target.goal_value,
            ),
        )
        yield (
            target.pk,
            unit_contradiction(
                target.baseline_unit,
                target.goal_unit,
                confirmed=target.unit_confirmed,
            ),
        )


def _revisions():
    """Goals that were revised later can contradict the direction as well."""
    for row in GoalRevision.objects.exclude(goal_value=None).select_related("target"):
        target = row.target
        said = direction_contradiction(
            target.direction,
            mode=target.evaluation_mode,
            baseline=target.baseline_value,
            goal=row.goal_value,
        )
        since = f"{era_text(row.effective_from_fy)}からの目標："
        yield target.pk, f"{since}{said}" if said else ""
