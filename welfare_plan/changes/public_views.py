"""更新履歴: what residents are told was changed."""

from django.shortcuts import get_object_or_404

from plans.models import Plan
from plans.page_scopes import scopes_of_page
from plans.rendering import render_page
from welfare_plan.changes.public_page import history_page, plan_history_page


def history(request):
    return render_page(request, "changes/history.html", history_page(request.GET))


def plan_history(request, plan_slug):
    plan = get_object_or_404(Plan.objects.public(), slug=plan_slug)
    page = plan_history_page(plan, request.GET)
    return render_page(
        request, "changes/history.html", page, scopes=scopes_of_page(plan)
    )
