"""Addresses of public pages, of every type; those of the loaded plans and samples."""

from indicators.models import SurveyIndicator, Target
from initiatives.models import Department, Initiative
from plans.models import BasicPolicy, Measure, Plan, Theme
from welfare_plan.api.operations import OPERATIONS
from welfare_plan.open_data.schema import TABLES

_SITE = (
    "/",
    "/dashboard/",
    "/search/",
    "/search/?q=介護",
    "/search/?q=鰻",
    "/consult/",
    "/actions/",
    "/themes/",
    "/glossary/",
    "/how-we-judge/",
    "/sources/",
    "/prefectures/",
    "/prefectures/12/",
    "/cities/",
    "/cities/kashiwa-shi/",
    "/history/",
    "/about/",
    "/terms/",
    "/contact/",
    "/privacy/",
    "/accessibility/",
    "/accessibility/results/",
    "/data/",
    "/data/dictionary/",
    "/data/dictionary/codes/",
    *(f"/data/dictionary/tables/{table.name}/" for table in TABLES),
    "/api/v1/",
    *(f"/api/v1/docs/{operation.name}/" for operation in OPERATIONS),
)
_OF_A_PLAN = (
    "",
    "dashboard/",
    "reports/",
    "source-notes/",
    "glossary/",
    "history/",
)
_FULLEST = "/plans/kashiwa-chiiki-fukushi/"


def public_pages() -> list[str]:
    """Every text of the plans, and of figures as many as show all their kinds."""
    plans = [plan.get_absolute_url() for plan in Plan.objects.public()]
    texts = [
        record.get_absolute_url()
        for model in (BasicPolicy, Measure, Initiative, Theme)
        for record in getattr(model.objects, "public", model.objects.all)()
    ]
    figures = [
        record.get_absolute_url()
        for model in (Target, SurveyIndicator)
        for record in model.objects.public().order_by("pk").reverse()[:14]
    ]
    departments = [
        f"/plans/{plan.slug}/departments/{department.code}/"
        for department in Department.objects.filter(
            initiatives__isnull=False
        ).distinct()
        for plan in Plan.objects.public().filter(publisher=department.publisher)
    ]
    return [
        *_SITE,
        *(plan + page for plan in plans for page in _OF_A_PLAN),
        *(f"/data{plan}" for plan in plans),
        *(f"{_FULLEST}reports/{year}/" for year in ("R6", "R7")),
        *(f"{_FULLEST}dashboard/?{asked}" for asked in ("year=R6", "status=outside")),
        *texts,
        *figures,
        *departments,
    ]
