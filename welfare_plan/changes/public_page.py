"""更新履歴 as a page: fifty entries, day by day, newest first."""

from itertools import groupby

from django.urls import reverse
from django.utils import timezone

from plans.changes.news import MOST, places
from plans.changes.paging import Paging
from plans.fiscal_year import day_text
from plans.models import Plan
from plans.page_words import SITE_TERM
from plans.presenters import crumbs, plan_heading, plan_name
from welfare_plan.changes.entries import read_entries

ROWS = 50


def history_page(values) -> dict:
    """Of all public plans; three queries."""
    return {
        "crumbs": crumbs(("更新履歴", None)),
        "plan": None,
        "feed_url": reverse("feed"),
        **_entries(places(), values),
    }


def plan_history_page(plan: Plan, values) -> dict:
    """Of one plan; three queries."""
    return {
        "crumbs": crumbs(
            (plan_name(plan), plan.get_absolute_url()), ("更新履歴", None)
        ),
        "plan": plan_heading(plan),
        "feed_url": reverse("plan-feed", args=[plan.slug]),
        **_entries(places(plan), values),
    }


def _entries(found, values):
    page = Paging.of({"page": values.get("page", "")}, ROWS)
    chosen = page.cut(found[page.start : page.start + page.fetched])
    entries, words = read_entries(chosen)
    return {
        SITE_TERM: words,
        "page": page,
        "is_cut": len(found) >= MOST and not page.has_next,
        "days": [
            {"day": day_text(day), "entries": list(group)}
            for day, group in groupby(
                entries, key=lambda entry: timezone.localdate(entry.moment)
            )
        ],
    }
