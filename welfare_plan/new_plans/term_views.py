from django.contrib import messages
from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect, render

from plans.admin.opened import FIELD, Opened
from plans.editing.changed_since import changed_since_box
from plans.editing.errors import error_links
from plans.editing.journal import ADDITION, write_down
from plans.editing.merging import CONFLICT
from plans.models import Plan
from plans.presenters import plan_name
from plans.publishing import publishing
from plans.rights import needs
from welfare_plan.new_plans.copying import next_term as copy_to_next_term
from welfare_plan.new_plans.forms import NextTermForm
from welfare_plan.new_plans.plan_list import NEXT_STATE, plans_page, state_page

changes_plans = needs("plans.add_plan", "plans.change_plan")


@changes_plans
def plan_work(request):
    return render(request, "staff/plans/list.html", plans_page(request.GET))


@changes_plans
def next_term(request, plan_slug):
    old = get_object_or_404(Plan.objects.select_related("publisher"), slug=plan_slug)
    form = NextTermForm(old, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with publishing():
                plan = copy_to_next_term(old, form.values(), take=form.taken())
                write_down(request.user, plan, "次の期の計画を作った", action=ADDITION)
        except IntegrityError:
            # Somebody took the name in the same moment: say so at its box.
            form = NextTermForm(old, request.POST)
        else:
            said = f"「{plan}」を下書きとして作りました。内容は管理画面で直せます。"
            messages.success(request, said)
            return redirect("plan-state", plan.slug)
    page = {"form": form, "old_name": plan_name(old), "mistakes": error_links([form])}
    return render(request, "staff/plans/next_term.html", page)


@changes_plans
def state(request, plan_slug):
    """What publishing or retiring does, then the button that does it."""
    if request.method == "POST":
        with publishing():
            rows = Plan.objects.select_for_update(of=("self",), no_key=True)
            rows = rows.select_related("parent", "predecessor")
            return _change(request, get_object_or_404(rows, slug=plan_slug))
    return _ask(request, get_object_or_404(Plan, slug=plan_slug))


def _change(request, plan):
    opened, wanted = Opened.sent(request.POST), request.POST.get("do")
    if wanted == plan.state:
        messages.info(request, "この計画は、すでにその状態です。")
        return redirect("plan-state", plan.slug)
    if opened is None or not opened.shows([plan]):
        box = changed_since_box([plan], opened, request.user)
        return _ask(request, plan, status=CONFLICT, box=box)
    if NEXT_STATE.get(plan.state) != wanted:
        return _ask(request, plan)
    with publishing(*plan.publishing_scopes()):
        plan.state = wanted
        plan.history_reason = f"「{plan.get_state_display()}」にした"
        plan.save()
        write_down(request.user, plan, plan.history_reason)
    messages.success(request, f"「{plan}」を「{plan.get_state_display()}」にしました。")
    return redirect("plan-state", plan.slug)


def _ask(request, plan, *, status=200, **shown):
    page = {**state_page(plan), **shown}
    page |= {"versions_field": FIELD, "versions": Opened.now([plan]).text()}
    return render(request, "staff/plans/state.html", page, status=status)
