"""The search of the site as the API asks it: the one place that knows its functions."""

from collections.abc import Callable, Sequence

from django.db.models import QuerySet

from plans.models import SearchEntry
from plans.search import query
from plans.search.labels import WITHOUT_LABELS, kind_label
from welfare_plan.search.places import areas_named, public_areas


def words_in(typed: str) -> Sequence[str]:
    """The words that are looked for; none in mere marks."""
    return list(query.words_of(typed.replace("\0", " ")))


def entries_with(typed: str) -> QuerySet:
    """The entries of public plans that hold every word."""
    words = words_in(typed)
    if not words:
        return SearchEntry.objects.none()
    return query.entries_with(_each_as_it_is(words))


def entries_also_by_place(words: Sequence[str]) -> Callable[[Sequence[str]], QuerySet]:
    """The same, where a word may also be the place of a plan; one query.

    What it gives takes kinds: entries of others may be left out. One word alone says
    what to look for, not where.
    """
    spelt, areas = _each_as_it_is(words), {}
    if len(spelt) > 1:
        areas = areas_named(spelt, public_areas())

    def of_kinds(kinds):
        among = [query.Among([*map(kind_label, kinds), WITHOUT_LABELS])]
        return query.entries_with(spelt, areas, among=among)

    return of_kinds


def _each_as_it_is(words):
    """Neighbouring words are for people: a program finds what it asks for."""
    return [(word,) for word in words]
