"""sitemap.xml: an index of lists, each of the addresses of one kind of page."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils.functional import cached_property

from indicators.models import CouncilReport, SurveyIndicator, Target
from initiatives.models import Initiative
from plans.fiscal_year import short_text
from plans.models import BasicPolicy, Measure, PageRevision, Plan, Publisher, Theme
from plans.prefectures import prefecture_of
from plans.publishing import EVERYTHING
from welfare_plan.api.operations import OPERATIONS
from welfare_plan.open_data.schema import TABLES

_SITE_PAGES = (
    "home",
    "dashboard",
    "consult",
    "actions",
    "glossary",
    "how-we-judge",
    "sources",
    "themes",
    "data",
    "data-dictionary",
    "data-dictionary-codes",
    "api",
    "history",
    "about",
    "terms",
    "contact",
    "privacy",
    "accessibility",
    "accessibility-results",
)
_OF_PLANS = (
    "plan-detail",
    "plan-dashboard",
    "report-list",
    "plan-glossary",
    "source-notes",
    "plan-history",
    "plan-data",
)
_PARTS = {
    "policies": (BasicPolicy, "policy-detail"),
    "measures": (Measure, "measure-detail"),
    "initiatives": (Initiative, "initiative-detail"),
    "targets": (Target, "target-detail"),
    "surveys": (SurveyIndicator, "survey-detail"),
}


class _Pages(Sitemap):
    """The items are (name of the address, its arguments, scope of its content)."""

    limit = 2_500

    @property
    def protocol(self):
        return urlsplit(settings.SITE_URL).scheme or None

    @cached_property
    def _revisions(self):
        return dict(PageRevision.objects.values_list("scope", "rev"))

    def location(self, item):
        name, arguments, _ = item
        return reverse(name, args=arguments)

    def lastmod(self, item):
        revision = self._revisions.get(item[-1])
        return revision and datetime.fromtimestamp(revision // 1_000_000, UTC)

    def get_latest_lastmod(self):
        """Not reckoned for the index: every address would have to be read for it."""
        return None

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc or site.domain


class SitePages(_Pages):
    def items(self):
        themes = Theme.objects.order_by("position", "slug")
        lists = {
            "theme": themes.values_list("slug", flat=True),
            "data-dictionary-table": [table.name for table in TABLES],
            "api-operation": [operation.name for operation in OPERATIONS],
        }
        return [
            *((name, (), EVERYTHING) for name in _SITE_PAGES),
            *(
                (name, (each,), EVERYTHING)
                for name, found in lists.items()
                for each in found
            ),
        ]


class PlanPages(_Pages):
    def items(self):
        plans = Plan.objects.public().order_by("position", "slug")
        return [
            (name, (slug,), f"plan:{slug}")
            for slug in plans.values_list("slug", flat=True)
            for name in _OF_PLANS
        ]


class CityPages(_Pages):
    """The prefectures that have any municipality, and the page of each publisher."""

    def items(self):
        public = Plan.objects.public().order_by().values("publisher")
        publishers = list(Publisher.objects.filter(pk__in=public).order_by("pk"))
        found = {prefecture_of(each.municipality_code) for each in publishers} - {None}
        prefectures = sorted(prefecture.code for prefecture in found)
        return [
            ("prefectures", (), EVERYTHING),
            ("cities", (), EVERYTHING),
            *(("prefecture", (code,), EVERYTHING) for code in prefectures),
            *(("city", (each.address_name,), EVERYTHING) for each in publishers),
        ]


class ReportPages(_Pages):
    def items(self):
        reports = CouncilReport.objects.exclude(plan__state=Plan.State.DRAFT)
        years = reports.order_by("pk").values_list("plan__slug", "fiscal_year")
        return [
            ("report-detail", (slug, short_text(year)), f"plan:{slug}")
            for slug, year in years
        ]


class DepartmentPages(_Pages):
    def items(self):
        """Those in charge of something in a plan that is public."""
        found = set()
        for model in (Initiative, Target):
            rows = model.objects.public().exclude(department=None).order_by()
            found.update(rows.values_list("plan__slug", "department__code").distinct())
        return [
            ("department-dashboard", pair, f"plan:{pair[0]}") for pair in sorted(found)
        ]


class PartPages(_Pages):
    """The pages of one model's records, each list fetched as it is asked for."""

    def __init__(self, kind: str):
        self.model, self.name = _PARTS[kind]

    def items(self):
        parts = self.model.objects.public().order_by("plan_id", "pk")
        return parts.values_list("plan__slug", "code")

    def location(self, item):
        return reverse(self.name, args=item)

    def lastmod(self, item):
        return super().lastmod((None, None, f"plan:{item[0]}"))


def sitemaps() -> dict[str, _Pages]:
    """Every list by its name; made anew, since each reads the database once."""
    return {
        "site": SitePages(),
        "cities": CityPages(),
        "plans": PlanPages(),
        **{kind: PartPages(kind) for kind in _PARTS},
        "departments": DepartmentPages(),
        "reports": ReportPages(),
    }
