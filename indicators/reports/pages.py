"""The list of a plan's packs, and the page of one."""

from django.urls import reverse
from django.utils import timezone

from indicators.models import CouncilReport
from indicators.reports.content import report_content
from indicators.reports.corrections import corrections, later_values
from indicators.reports.withdrawn import withdrawn_values, without
from plans.fiscal_year import day_text, long_text, short_text
from plans.models import Plan
from plans.presenters import crumbs, plan_heading, plan_name

TITLE = "議会・委員会の資料"


def report_list_page(plan: Plan) -> dict:
    """Every published pack, newest first; one query."""
    rows = CouncilReport.objects.filter(plan=plan).order_by("-fiscal_year")
    return {
        "crumbs": _crumbs(plan, (TITLE, None)),
        "plan": plan_heading(plan),
        "heading": TITLE,
        "dashboard_url": reverse("plan-dashboard", args=[plan.slug]),
        "reports": [
            {
                "year": long_text(year),
                "url": _address(plan, year),
                "day": day_text(timezone.localdate(at)),
            }
            for year, at in rows.values_list("fiscal_year", "published_at")
        ],
    }


def published_page(plan: Plan, report: CouncilReport) -> dict:
    """A frozen pack as it was stored, with what came after it; two queries.

    Only what was withdrawn since does not stay readable.
    """
    later = later_values(report, plan)
    listed = corrections(report, plan, later)
    content = without(report.content, withdrawn_values(later), report.fiscal_year)
    # The sheet of corrections is one more.
    content = {**content, "sheet_count": content["sheet_count"] + bool(listed)}
    return {
        **_page(plan, report.fiscal_year, content),
        "published": day_text(timezone.localdate(report.published_at)),
        "corrections": listed,
        # A pack made of samples says so, also once they are gone.
        "samples_loaded": content["is_sample"],
    }


def draft_page(plan: Plan, fiscal_year: int, today) -> dict | None:
    """The pack as it stands now, for staff; None for a year out of reach."""
    content = report_content(plan, fiscal_year, as_of=today)
    if content is None:
        return None
    return {
        **_page(plan, fiscal_year, content),
        "is_draft": True,
    }


def _page(plan, fiscal_year, content):
    return {
        "crumbs": _crumbs(
            plan,
            (TITLE, reverse("report-list", args=[plan.slug])),
            (content["year_era"], None),
        ),
        "plan": plan_heading(plan),
        "report": content,
    }


def _crumbs(plan, *steps):
    return crumbs((plan_name(plan), plan.get_absolute_url()), *steps)


def _address(plan, year):
    return reverse("report-detail", args=[plan.slug, short_text(year)])
