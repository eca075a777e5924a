"""The council's packs: public once published, a draft for staff before that."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache

from indicators.models import CouncilReport
from indicators.reports import pages
from plans.fiscal_year import from_text, short_text
from plans.models import Plan
from plans.page_scopes import scopes_of_page
from plans.rendering import render_page

_PAGE = "reports/report_detail.html"


def report_list(request, plan_slug):
    plan = _plan(plan_slug)
    page = pages.report_list_page(plan)
    return render_page(
        request, "reports/report_list.html", page, scopes=scopes_of_page(plan)
    )


def report_detail(request, plan_slug, year):
    plan, fiscal_year = _plan(plan_slug), _fiscal_year(year)
    if year != short_text(fiscal_year):
        return redirect(
            "report-detail", plan.slug, short_text(fiscal_year), permanent=True
        )
    report = CouncilReport.objects.filter(plan=plan, fiscal_year=fiscal_year).first()
    if report:
        page = pages.published_page(plan, report)
        return render_page(request, _PAGE, page, scopes=scopes_of_page(plan))
    return _draft(request, plan, fiscal_year)


@never_cache
def _draft(request, plan, fiscal_year):
    """Only here is the session looked at: who is not staff finds nothing."""
    user = request.user
    if not user.is_staff or not user.has_perm("indicators.change_councilreport"):
        raise Http404
    page = pages.draft_page(plan, fiscal_year, timezone.localdate())
    if page is None:
        raise Http404
    return render_page(request, _PAGE, page)


def _plan(slug):
    plans = Plan.objects.public().select_related(
        "publisher", "source_document", "judgement_settings"
    )
    return get_object_or_404(plans, slug=slug)


def _fiscal_year(text):
    fiscal_year = from_text(text)
    if fiscal_year is None:
        raise Http404
    return fiscal_year
