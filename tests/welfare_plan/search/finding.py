"""Searches, as a visitor makes them, and the slow way to the same answer."""

from plans.models import SearchEntry
from plans.search import query
from welfare_plan.search.kinds import KINDS
from welfare_plan.search.places import names_of_plans, plans_named


def found(typed: str) -> list[SearchEntry]:
    """What is found for one search without filters, in the order of the page."""
    words = list(query.words_of(typed))
    named = plans_named(words, names_of_plans())
    said = [word for word in words if word not in named]
    return list(query.in_order(query.entries_with(words, named), list(KINDS), said))


def found_urls(typed: str) -> list[str]:
    return [entry.url for entry in found(typed)] if query.words_of(typed) else []


def found_slowly(typed: str) -> list[SearchEntry]:
    """Every entry read, compared and sorted in Python; for words that name no plan."""
    words, kinds = list(query.words_of(typed)), list(KINDS)
    entries = SearchEntry.objects.exclude(plan__state="draft").select_related("plan")
    fitting = [entry for entry in entries if all(w in entry.folded for w in words)]
    return sorted(
        fitting,
        key=lambda entry: (
            kinds.index(entry.kind),
            not all(word in entry.folded_title for word in words),
            entry.plan.position,
            entry.plan.slug,
            entry.place,
            entry.code,
        ),
    )
