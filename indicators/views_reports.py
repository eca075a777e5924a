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
_BESIDE = ("publisher", "source_document", "judgement_settings")


def report_list(request, plan_slug):
    plan = _plan(plan_slug)
    page = pages.report_list_page(plan)
    return render_page(
        request, "reports/report_list.html", page, scopes=scopes_of_page(plan)
    )


def report_detail(request, plan_slug, year):
    fiscal_year = _fiscal_year(year)
    if year != short_text(fiscal_year):
        plan = _plan(plan_slug)
        return redirect(
            "report-detail", plan.slug, short_text(fiscal_year), permanent=True
        )
    report = _report(plan_slug, fiscal_year)
    if report is None:
        return _draft(request, _plan(plan_slug), fiscal_year)
    page = pages.published_page(report.plan, report)
    return render_page(request, _PAGE, page, scopes=scopes_of_page(report.plan))


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
    plans = Plan.objects.public().select_related(*_BESIDE)
    return get_object_or_404(plans, slug=slug)


def _report(slug, fiscal_year):
    """The published pack with its plan, or None."""
    reports = CouncilReport.objects.filter(
        plan__in=Plan.objects.public(), plan__slug=slug, fiscal_year=fiscal_year
    )
    return reports.select_related(*(f"plan__{name}" for name in _BESIDE)).first()


def _fiscal_year(text):
    fiscal_year = from_text(text)
    if fiscal_year is None:
        raise Http404
    return fiscal_year
