from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from indicators.goal_revising.actions import are_stored, store_revisions
from indicators.goal_revising.forms import revisions_of
from indicators.goal_revising.pages import (
    choice_page,
    chosen_targets,
    form_page,
    plans_page,
    preview_page,
    public_plans,
    refuse_what_holds_anyway,
)
from plans.admin.opened import FIELD, Opened
from plans.editing.changed_since import changed_since_box
from plans.editing.merging import CONFLICT
from plans.publishing import publishing
from plans.rights import needs

revises_goals = needs("indicators.add_goalrevision")


@revises_goals
def goal_plans(request):
    return render(request, "staff/goals/plans.html", plans_page(request.GET))


@revises_goals
def goal_choice(request, plan_slug):
    plan = get_object_or_404(public_plans(), slug=plan_slug)
    return render(request, "staff/goals/choice.html", choice_page(plan))


@revises_goals
def goal_revision(request, plan_slug):
    """The new goals, then what they change, then 確定; all at one address."""
    rows = public_plans().select_related("judgement_settings", "parent", "predecessor")
    plan = get_object_or_404(rows, slug=plan_slug)
    keys = request.GET.getlist("target")
    if request.method == "POST":
        with publishing():
            return _sent(request, chosen_targets(plan, keys, lock=True))
    chosen = chosen_targets(plan, keys)
    if not chosen.targets:
        return _choose_first(request, plan)
    return _form(request, chosen, *chosen.forms(), Opened.now(chosen.records))


def _sent(request, chosen):
    if not chosen.targets:
        return _choose_first(request, chosen.plan)
    decision, goals = chosen.forms(request.POST)
    opened = Opened.sent(request.POST)
    if not all([form.is_valid() for form in (decision, *goals)]):
        return _form(request, chosen, decision, goals, opened)
    revisions = revisions_of(decision, goals)
    step = request.POST.get("do")
    if step == "confirm" and are_stored(revisions):
        messages.info(request, "この見直しは、すでに確定しています。")
        return redirect("goal-choice", chosen.plan.slug)
    refuse_what_holds_anyway(chosen, goals, revisions)
    has_mistakes = any(form.errors for form in (decision, *goals))
    if has_mistakes or step == "edit":
        return _form(request, chosen, decision, goals, opened)
    if opened is None or not opened.shows(chosen.records):
        box = changed_since_box(chosen.records, opened, request.user)
        return _preview(request, chosen, (decision, goals, revisions), box)
    if step != "confirm":
        return _preview(request, chosen, (decision, goals, revisions))
    store_revisions(revisions, by=request.user)
    said = f"{len(revisions)}件の目標の見直しを確定しました。公開ページにも出ています。"
    messages.success(request, said)
    return redirect("goal-choice", chosen.plan.slug)


def _choose_first(request, plan):
    messages.error(request, "見直す取組目標を、1つ以上選んでください。")
    return redirect("goal-choice", plan.slug)


def _form(request, chosen, decision, goals, opened):
    page = form_page(chosen, decision, goals)
    # What was sent stays: only the preview shows the records as they are now.
    versions = opened.text() if opened else request.POST.get(FIELD, "")
    page |= {"versions_field": FIELD, "versions": versions}
    return render(request, "staff/goals/form.html", page)


def _preview(request, chosen, typed, box=None):
    page = preview_page(chosen, *typed)
    page |= {"versions_field": FIELD, "versions": Opened.now(chosen.records).text()}
    status = CONFLICT if box else 200
    return render(
        request, "staff/goals/preview.html", {**page, "box": box}, status=status
    )
