"""Searches, as a visitor makes them, and the slow way to the same answer."""

from plans.models import SearchEntry
from plans.search import query
from welfare_plan.search.asked import Asked
from welfare_plan.search.background import background_of
from welfare_plan.search.finding import find
from welfare_plan.search.kinds import KINDS

# The last fiscal year that was over when the tests look: 令和7年度.
FINISHED = 2025
# More rows than any search of a test finds.
ALL = 1_000_000


def found(typed: str) -> list[SearchEntry]:
    """What is found for one search without filters, in the order of the page."""
    return rows_found(typed, 0, ALL)


def found_urls(typed: str) -> list[str]:
    return [entry.url for entry in found(typed)]


def rows_found(typed: str, start: int, end: int, **filters) -> list[SearchEntry]:
    """Some rows of a search with filters, as a page asks for them."""
    asked = Asked.of({"q": typed, **filters})
    return find(asked, background_of(asked), FINISHED).rows(start, end)


def found_slowly(typed: str) -> list[SearchEntry]:
    """Every entry read, compared and sorted in Python; for words that name no plan."""
    words, kinds = list(query.words_of(typed)), list(KINDS)
    entries = SearchEntry.objects.exclude(plan__state="draft").select_related("plan")
    fitting = [entry for entry in entries if all(w in entry.folded for w in words)]
    return sorted(
        fitting,
        key=lambda entry: (
            f" {''.join(words)} " not in f" {entry.folded_title} ",
            kinds.index(entry.kind),
            _has_ended(entry.plan),
            not all(word in entry.folded_title for word in words),
            entry.plan.position,
            entry.plan.slug,
            entry.place,
            entry.code,
        ),
    )


def _has_ended(plan):
    end = plan.period_end_fy
    return plan.state == "archived" or bool(end and end <= FINISHED)


def links(soup) -> list[str]:
    """The addresses that a page of results shows."""
    return [link["href"] for link in soup.select(".results h3 a")]
