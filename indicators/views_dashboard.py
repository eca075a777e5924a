"""The dashboards: of all plans, of one plan, of one department. Nobody logs in."""

from django.http import Http404
from django.utils import timezone

from indicators.dashboards import overview, pages
from plans.found import first_or_404
from plans.models import Plan
from plans.prepared import prepared
from plans.rendering import render_page


def dashboard(request):
    page = overview.all_plans(Plan.objects.public(), request.GET, timezone.localdate())
    return render_page(request, "dashboards/all_plans.html", page)


def plan_dashboard(request, plan_slug):
    page = pages.plan_dashboard(_plan(plan_slug), request.GET, timezone.localdate())
    return render_page(request, "dashboards/plan.html", page)


def department_dashboard(request, plan_slug, code):
    page = pages.department_dashboard(
        _plan(plan_slug), code, request.GET, timezone.localdate()
    )
    if page is None:
        raise Http404
    return render_page(request, "dashboards/plan.html", page)


def _plan(slug):
    return first_or_404(_plans(slug=slug))


@prepared
def _plans(slug: str):
    plans = Plan.objects.public().filter(slug=slug)
    return plans.select_related("judgement_settings")
