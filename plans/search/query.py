"""Which entries a search finds."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db import connection
from django.db.models import (
    Count,
    F,
    IntegerField,
    Q,
    QuerySet,
    Value,
)

from plans.among_few import AmongFew
from plans.models import Plan, SearchEntry
from plans.places import EVERYWHERE, Place
from plans.search.database import having
from plans.search.folding import fold, pieces_to_find

# Counts stop here, so that one letter in a nation's plans costs no more than a word.
MOST_COUNTED = 500

# A blank that a year is written with parts no words: 令和 12 年度, R 12.
_IN_A_YEAR = re.compile(
    r"(?:(?<=令和)|(?<=平成)|(?<=昭和)|(?<![^\s][RrHhSsＲｒＨｈＳｓ])"
    r"(?<=[RrHhSsＲｒＨｈＳｓ]))\s+(?=[0-9０-９元])"
    r"|(?<=[0-9０-９元])\s+(?=年)"
)
_NUMBER_SIGN = "0-9０-９"
# / and + part words, but not the numbers of a date; AND, too, is what machines want.
_BETWEEN_WORDS = re.compile(
    rf"\s+(?:AND\s+)?|、|(?<![{_NUMBER_SIGN}])[,，/／+＋&＆]"
    rf"|[,，/／+＋&＆](?![{_NUMBER_SIGN}])|(?<=[^\x00-\x7f])AND(?=[^\x00-\x7f])"
)

# The spellings of a word in the one form; any of them will do.
Spellings = Sequence[str]


class Among(NamedTuple):
    """Entries with any of some labels, of all plans or of those of a query for keys.

    With a `kind` instead of labels all entries of the kind are read, and no index of
    words: for few plans, where that knows thousands of others.
    """

    labels: Sequence[str]
    plans: QuerySet | None = None
    kind: str = ""


def words_of(typed: str) -> dict[str, str]:
    """The folded words of a query, each with how it was typed; none for mere marks."""
    words = {}
    for chunk in _BETWEEN_WORDS.split(_IN_A_YEAR.sub("", typed)):
        found = fold(chunk).split()
        for word in found:
            words.setdefault(word, chunk if len(found) == 1 else word)
    return words


def entries_with(
    words: Iterable[Spellings],
    areas_named: Mapping[str, Sequence[str]] | None = None,
    place: Place = EVERYWHERE,
    among: Sequence[Among] = (),
) -> QuerySet:
    """The entries of public plans of a place that hold every word in one spelling.

    `areas_named` are words with the areas that they name. Such a word need not stand in
    the entry itself, so that 「柏市 防災」 finds what the plans of 柏市 say of 防災.
    `among` says which entries will do: those of none of them may be left out.
    """
    entries = SearchEntry.objects.order_by()
    if place:
        plans = Plan.objects.public().filter(place.within())
        entries = entries.filter(AmongFew(F("plan"), plans.order_by().values("pk")))
    else:
        entries = entries.exclude(plan__state="draft")
    asked = [(spellings, _of_areas(spellings, areas_named)) for spellings in words]
    plain = [spellings for spellings, named in asked if not named]
    # The index and the texts are asked apart, though a text implies its pieces, and of
    # the index all that stands beside an "or" at once: else PostgreSQL cuts the pieces
    # of every row anew that another part has found.
    if len(plain) == len(asked) > 0:
        entries = entries.filter(_by_index(plain, among))
    for spellings, named in asked:
        if named:
            either = _by_index([*plain, spellings], among)
            inside = _by_index(plain, among) & named if plain else named
            entries = entries.filter(either | inside)
        if any(len(word) > 2 for word in spellings):
            entries = entries.filter(_in_text(spellings) | named)
    return entries


def _of_areas(spellings, areas_named):
    """That an entry is of a plan of the areas that a spelling names, if one does."""
    named = areas_named or {}
    areas = {area for word in spellings for area in named.get(word, ())}
    if not areas:
        return Q()
    plans = Plan.objects.order_by().filter(area_name__in=sorted(areas))
    return Q(AmongFew(F("plan"), plans.values("pk")))


def _by_index(words, among):
    """That an entry has, of each word, the pairs of letters of one of its spellings."""
    return reduce(or_, (_one_way(words, one) for one in among or [Among(())]))


def _one_way(words, among):
    if among.plans is None:
        return Q(_has(words, among.labels))
    # In a query of its own: beside an "or" PostgreSQL might cut pieces anew.
    found = SearchEntry.objects.order_by().filter(AmongFew(F("plan"), among.plans))
    if among.kind:
        found = found.filter(*map(_in_text, words), kind=among.kind)
    else:
        found = found.filter(_has(words, among.labels))
    return Q(AmongFew(F("pk"), found.values("pk")))


def _has(words, labels):
    wanted = [[pieces_to_find(word) for word in spellings] for spellings in words]
    return having(wanted, connection.vendor, labels)


def _in_text(spellings):
    """That they also stand in that order; two letters or one do anyway."""
    return reduce(or_, (Q(folded__contains=word) for word in spellings))


def count_each(searches: Sequence[QuerySet]) -> list[int]:
    """How many entries each search finds, or one more than are counted; one query."""
    rows = [_count(entries, number) for number, entries in enumerate(searches)]
    if not rows:
        return []
    found = dict(rows[0].union(*rows[1:], all=True) if rows[1:] else rows[0])
    return [found.get(number, 0) for number in range(len(searches))]


def _count(entries, number):
    some = AmongFew(F("pk"), entries.values("pk")[: MOST_COUNTED + 1])
    return (
        SearchEntry.objects.order_by()
        .filter(some)
        .values(which=Value(number, output_field=IntegerField()))
        .annotate(found=Count("pk"))
        .values_list("which", "found")
    )
