"""sitemap.xml: an index of lists, each of bounded size and made by itself.

The first list holds the pages of the site, each other one those of a few plans: a
nation's addresses are read a thousand at a time, and the index counts plans alone.
"""

from collections.abc import Iterator

from django.urls import reverse

from plans.models import PageRevision, Plan, Publisher, Theme
from plans.prefectures import prefecture_of
from plans.publishing import EVERYTHING
from welfare_plan.api.operations import OPERATIONS
from welfare_plan.for_crawlers.plan_pages import list_count, pages_of_plans
from welfare_plan.open_data.schema import TABLES

_SITE = "site"
_PLANS = "plans-"
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
    "prefectures",
    "cities",
)


def list_names() -> list[str]:
    return [_SITE, *(f"{_PLANS}{number}" for number in range(1, list_count() + 1))]


def addresses_of(name: str) -> list[tuple[str, int | None]] | None:
    """The addresses of a list with the revision of their content; None without one."""
    if name == _SITE:
        return list(_of_site())
    number = name.removeprefix(_PLANS)
    if number == name or not number.isdecimal() or not number.isascii():
        return None
    # No list begins at zero, and none has two names.
    if number.startswith("0") or len(number) > 6:
        return None
    return list(pages_of_plans(int(number))) or None


def _of_site() -> Iterator[tuple[str, int | None]]:
    newest = PageRevision.objects.filter(scope=EVERYTHING).values_list("rev", flat=True)
    revision = newest.first()
    themes = Theme.objects.order_by("position", "slug")
    lists = {
        "theme": themes.values_list("slug", flat=True),
        "data-dictionary-table": [table.name for table in TABLES],
        "api-operation": [operation.name for operation in OPERATIONS],
        "prefecture": _prefectures(),
    }
    for name in _SITE_PAGES:
        yield reverse(name), revision
    for name, found in lists.items():
        for each in found:
            yield reverse(name, args=(each,)), revision


def _prefectures() -> list[str]:
    """Those that have a municipality with a public plan."""
    public = Plan.objects.public().order_by().values("publisher")
    publishers = Publisher.objects.filter(pk__in=public).order_by()
    codes = publishers.values_list("municipality_code", flat=True)
    return sorted({each.code for each in map(prefecture_of, codes) if each})
