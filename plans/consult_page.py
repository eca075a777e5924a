"""相談したい: the windows that the plans name, in the plans' own words.

By place, then by what a resident finds there. What stands in plans that have ended
comes last, its numbers out of the way.
"""

from collections import defaultdict

from django.urls import reverse

from plans.contact_links import linked, plain
from plans.models import ConsultationWindow, Plan
from plans.places import PlansShown
from plans.presenters import crumbs, period_is_over, period_over_text, plan_name
from plans.prose import lines

TITLE = "相談したい"
ENDED = "終わった計画に書かれていたところ"
_SAID_OF_ENDED = "計画の期間は終わりました。いまの相談先とは、違うことがあります。"


def consult_page(today, values=None) -> dict:
    """The windows of the plans of one page, which are all where there are few; two
    queries."""
    shown = PlansShown.of(Plan.objects.public(), values or {})
    plans, windows = shown.plans, defaultdict(list)
    rows = ConsultationWindow.objects.filter(plan__in=[plan.pk for plan in plans])
    for window in rows.select_related("plan", "measure").order_by("position", "code"):
        windows[window.plan_id].append(window)
    named = [plan for plan in plans if windows[plan.pk]]
    return {
        "crumbs": crumbs((TITLE, None)),
        "heading": TITLE,
        "chooser": shown.chooser(reverse("consult")),
        "page": shown.paging,
        "areas": [
            _area(name, those, windows, today) for name, those in _by_area(named)
        ],
        "without": [
            {"name": plan_name(plan), "url": plan.get_absolute_url()}
            for plan in plans
            if not windows[plan.pk]
        ],
    }


def _by_area(plans):
    """Plans of one place together, the places in the order of their first plan."""
    areas = defaultdict(list)
    for plan in plans:
        areas[plan.area_name].append(plan)
    return areas.items()


def _area(name, plans, windows, today):
    groups = {heading: [] for heading in (*ConsultationWindow.Kind.labels, ENDED)}
    for plan in plans:
        is_over = period_is_over(plan, today)
        for window in windows[plan.pk]:
            heading = ENDED if is_over else window.get_kind_display()
            groups[heading].append(_quote(window, today))
    return {
        "name": name,
        "groups": [
            {
                "heading": heading,
                "said": _SAID_OF_ENDED if heading == ENDED else "",
                "entries": _entries(quotes),
            }
            for heading, quotes in groups.items()
            if quotes
        ],
        "bodies": _bodies(plans),
    }


def _quote(window, today):
    """What a plan says of a window, and where it says it."""
    plan = window.plan
    is_over = period_is_over(plan, today)
    url = plan.get_absolute_url()
    if window.measure is not None:
        url = reverse("measure-detail", args=[plan.slug, window.measure.code])
    return {
        "name": window.name,
        "anchor": window.anchor,
        "for_whom": window.for_whom,
        "lines": lines(window.about),
        "contact": plain(window.contact) if is_over else linked(window.contact),
        "ended": period_over_text(plan, today),
        "plan": {
            "name": plan_name(plan),
            "is_working_title": not plan.title,
            "url": plan.get_absolute_url(),
        },
        "source": {"text": window.source_heading, "url": url},
    }


def _entries(quotes):
    """One entry a window: what several plans say of it stands together.

    Windows of which a plan speaks in one and the same sentence share it.
    """
    entries = []
    for quote in quotes:
        name = {"name": quote["name"], "anchor": quote["anchor"]}
        known = next((each for each in entries if _is_named(each, name)), None)
        last = entries[-1] if entries else None
        if known:
            known["quotes"].append(quote)
        elif last and _says_the_same(last["quotes"], quote):
            last["names"].append(name)
        else:
            entries.append({"names": [name], "quotes": [{**quote, "anchor": ""}]})
    return entries


def _is_named(entry, name):
    return [each["name"] for each in entry["names"]] == [name["name"]]


def _says_the_same(quotes, quote):
    return [(each["plan"], each["lines"], each["contact"]) for each in quotes] == [
        (quote["plan"], quote["lines"], quote["contact"])
    ]


def _bodies(plans):
    """Who published the plans of a place and how to reach them, each body once."""
    publishers = {
        plan.publisher_id: plan.publisher for plan in plans if plan.publisher_id
    }
    return [
        {"name": publisher.name, "contact": contact_rows(publisher)}
        for publisher in publishers.values()
    ]


def contact_rows(publisher) -> list[dict]:
    """How to reach a publisher, as far as it is set; nothing is made up."""
    rows = (
        ("窓口", publisher.contact_name),
        ("電話", publisher.contact_phone),
        ("メールアドレス", publisher.contact_email),
        ("ページ", publisher.contact_url),
    )
    return [{"label": label, "pieces": linked(text)} for label, text in rows if text]
