"""相談したい: the windows that the plans name, in the plans' own words."""

from collections import defaultdict
from itertools import groupby

from django.urls import reverse

from plans.models import ConsultationWindow, Plan
from plans.presenters import (
    crumbs,
    period_over_text,
    period_text,
    plan_name,
    publisher_text,
)

TITLE = "相談したい"


def consult_page(today) -> dict:
    """The windows of all public plans; two queries."""
    windows = defaultdict(list)
    rows = ConsultationWindow.objects.public().select_related("plan", "measure")
    for window in rows.order_by("position", "code"):
        windows[window.plan_id].append(_window(window))
    plans = list(Plan.objects.public().select_related("publisher"))
    named = [plan for plan in plans if windows[plan.pk]]
    return {
        "crumbs": crumbs((TITLE, None)),
        "heading": TITLE,
        "areas": [
            {
                "name": area,
                "plans": [_plan(plan, windows[plan.pk], today) for plan in those],
            }
            for area, those in _by_area(named)
        ],
        "without": [
            {"name": plan_name(plan), "url": plan.get_absolute_url()}
            for plan in plans
            if not windows[plan.pk]
        ],
    }


def _by_area(plans):
    """Plans of one place together, the places in the order of their first plan."""
    first = {}
    for number, plan in enumerate(plans):
        first.setdefault(plan.area_name, number)
    ordered = sorted(plans, key=lambda plan: first[plan.area_name])
    return [
        (area, list(those))
        for area, those in groupby(ordered, key=lambda plan: plan.area_name)
    ]


def _plan(plan, windows, today):
    return {
        "name": plan_name(plan),
        "is_working_title": not plan.title,
        "url": plan.get_absolute_url(),
        "publisher": publisher_text(plan),
        "period": period_text(plan),
        "period_over": period_over_text(plan, today),
        "contact": contact_rows(plan.publisher),
        "windows": windows,
    }


def contact_rows(publisher) -> list[dict]:
    """How to reach a publisher, as far as it is set; nothing is made up."""
    if publisher is None:
        return []
    rows = (
        ("窓口", publisher.contact_name, ""),
        ("電話", publisher.contact_phone, ""),
        (
            "メールアドレス",
            publisher.contact_email,
            f"mailto:{publisher.contact_email}",
        ),
        ("ページ", publisher.contact_url, publisher.contact_url),
    )
    return [
        {"label": label, "text": text, "url": url} for label, text, url in rows if text
    ]


def _window(window):
    measure = window.measure
    source = {"text": window.source_heading, "url": window.plan.get_absolute_url()}
    if measure is not None:
        source["url"] = reverse("measure-detail", args=[window.plan.slug, measure.code])
    return {
        "anchor": window.anchor,
        "name": window.name,
        "about": window.about,
        "contact": window.contact,
        "source": source,
    }
