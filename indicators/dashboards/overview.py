"""The dashboard of all plans: one card a plan, four queries for twelve plans."""

import re
from collections import defaultdict

from django.db.models import Count, Exists, OuterRef, QuerySet, Window
from django.urls import reverse

from indicators.dashboards.choices import overview_form, with_place
from indicators.dashboards.counts import key, pieces
from indicators.dashboards.empty import question_about
from indicators.dashboards.filters import Filters, read_filters
from indicators.dashboards.pages import IN_PROSE, TITLE
from indicators.dashboards.reviews import ratings_key, review_part, review_sentence
from indicators.dashboards.standing import (
    Period,
    Standing,
    chip,
    option_words,
    standing_of,
    target_link,
)
from indicators.dashboards.value_types import TYPES, is_of_type
from indicators.dashboards.verdict import verdict
from indicators.dashboards.years import has_numbers, period_of, years_of
from indicators.following import follow, settings_of
from indicators.models import Target
from plans.fiscal_year import era_text, long_text
from plans.models import BasicPolicy
from plans.parts import fetch_parts, part
from plans.places import PLANS_A_PAGE, Place, chooser_of
from plans.presenters import crumbs, period_over_text, plan_name

_NOT_CHOSEN_BY = "数値の目標がないため、値の種類や判定では選べません。"


def all_plans(plans: QuerySet, query, today) -> dict:
    """Four queries: one for the plans, two for the targets, one for the rest."""
    base, place = reverse("dashboard"), Place.of(query)
    plans = plans.filter(place.within())
    number, shown, total = _page_of(plans, query.get("page", ""))
    rows = _rows_of(shown)
    years = sorted(
        {year for plan, *found in rows for year in _offered(plan, *found, today)},
        reverse=True,
    )
    filters = read_filters(
        query,
        {
            "year": years,
            "status": option_words(),
            "type": TYPES,
            "page": [str(number)],
        },
    )
    return {
        "crumbs": crumbs((TITLE, None)),
        "heading": TITLE,
        "sentence": f"公開している{total:,}件の計画の、目標の進み具合です。",
        "chooser": _chooser(place, base, shown, total),
        "apology": filters.apology,
        "form": overview_form(filters, years, base, place),
        "plans": [_card(*found, filters, today) for found in rows],
        "pager": _pager(number, total, filters, base, place),
    }


def _page_of(plans, asked):
    """The number of the page, its plans, and how many plans there are in all.

    A page that does not exist is the first one.
    """
    number = int(asked) if re.fullmatch(r"[1-9]\d{0,5}", asked) else 1
    counted = plans.select_related("judgement_settings").annotate(
        total=Window(Count("pk")),
        has_policies=Exists(BasicPolicy.objects.filter(plan=OuterRef("pk"))),
    )
    start = (number - 1) * PLANS_A_PAGE
    shown = list(counted[start : start + PLANS_A_PAGE])
    if not shown and number > 1:
        return _page_of(plans, "1")
    return number, shown, shown[0].total if shown else 0


def _chooser(place, base, plans, total):
    """The form for a place, once there are more plans than a page holds."""
    if not place and total <= PLANS_A_PAGE:
        return None
    return chooser_of(place, base, [plan.area_name for plan in plans])


def _rows_of(plans):
    """Each plan with its followed targets and its published reviews."""
    keys = [plan.pk for plan in plans]
    chosen = Target.objects.filter(plan__in=keys)
    parts = fetch_parts(
        part("target", chosen, id="id", plan_id="plan_id"), review_part(keys)
    )
    plan_of = {row["id"]: row["plan_id"] for row in parts["target"]}
    targets, reviews = defaultdict(list), defaultdict(list)
    for target in follow(chosen, whole=False):
        targets[plan_of[target.values["id"]]].append(target)
    for row in parts["review"]:
        reviews[row["plan_id"]].append(row)
    return [(plan, targets[plan.pk], reviews[plan.pk]) for plan in plans]


def _offered(plan, targets, reviews, today):
    return years_of(plan, targets, reviews, today) if plan.has_policies else []


def _card(plan, targets, reviews, filters, today):
    """One plan in the year asked for, or in its own where it has no such year."""
    offered = _offered(plan, targets, reviews, today)
    asked = filters.year if filters.year in offered else None
    period = period_of(plan, targets, reviews, asked, today)
    address = reverse("plan-dashboard", args=[plan.slug])
    card = {
        "name": plan_name(plan),
        "is_working_title": not plan.title,
        "url": Filters(year=asked).address(address),
        "year": long_text(period.year),
        "year_note": _year_note(filters.year, asked, period),
        "period_over": period_over_text(plan, today),
        "pieces": [],
        "targets": [],
    }
    if not plan.has_policies:
        in_prose = {"year": "", "year_note": ""}
        return {**card, **in_prose, "verdict": IN_PROSE[:1], "words": IN_PROSE[1:]}
    if not has_numbers(targets):
        if filters.type or filters.status:
            return {**card, "verdict": [_NOT_CHOSEN_BY], "words": []}
        return {**card, **_in_reviews(targets, reviews, period)}
    settings = settings_of(plan)
    standings = [
        standing_of(each, period, settings)
        for each in targets
        if is_of_type(each.values, filters.type)
    ]
    return {**card, **_in_numbers(plan, standings, period, filters)}


def _year_note(wanted, asked, period):
    """Says that a plan shows its own year where the one asked for is not among them."""
    if wanted in (None, asked, period.year):
        return ""
    return (
        f"この計画では{era_text(wanted)}を選べないため、"
        f"{era_text(period.year)}を示しています。"
    )


def _in_numbers(plan, standings: list[Standing], period: Period, filters: Filters):
    shown = {"verdict": verdict(standings, period)}
    if not standings:
        return shown
    if period.is_empty:
        asked = [question_about(each.target.terms, period.year) for each in standings]
        ready = f"{asked.count(''):,}件は、実績が出れば判定できます。"
        shown["words"] = [f"{plan.target_label}（{len(asked):,}件）のうち、{ready}"]
    else:
        shown["pieces"] = pieces(standings)
        shown["key"] = key(standings)
    if filters.status:
        chosen = [each for each in standings if each.is_in(filters.status)]
        shown["targets"] = [
            {**target_link(each, plan), "chip": chip(each.label)} for each in chosen
        ]
    return shown


def _in_reviews(targets, reviews, period):
    """A plan without numbers: its reviews of the year, or that none was written."""
    year = period.review_year
    ratings = [row["rating"] for row in reviews if row["year"] == year]
    words = ["数値の目標はありません。担当課評価で進み具合を示します。"]
    if targets:
        words = [
            f"言葉で定めた目標が{len(targets):,}件あります。数値の目標はありません。"
        ]
    if ratings:
        said = f"{era_text(year)}の担当課評価は、{len(ratings):,}件が公表済みです。"
        return {"verdict": [said], "key": ratings_key(ratings), "words": words}
    return {
        "verdict": [review_sentence([], year, is_over=period.is_over)],
        "words": words,
    }


def _pager(number, total, filters, base, place):
    def link(to):
        page = str(to) if to > 1 else ""
        address = with_place(filters.address(base, page=page), place)
        return {"url": address, "label": f"{to}ページ", "title": "計画の続き"}

    return {
        "previous": link(number - 1) if number > 1 else None,
        "next": link(number + 1) if number * PLANS_A_PAGE < total else None,
    }
