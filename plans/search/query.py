"""Which entries a search finds, and in which order."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import and_

from django.db import connection
from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Collate

from plans.models import SearchEntry
from plans.search.database import having
from plans.search.folding import fold, pieces

MOST_WORDS = 10
# Counts stop here, so that one letter in a nation's plans costs no more than a word.
MOST_COUNTED = 10_000

# A blank that a year is written with parts no words: 令和 12 年度.
_IN_A_YEAR = re.compile(
    r"(?:(?<=令和)|(?<=平成)|(?<=昭和))\s+(?=[0-9０-９元])"
    r"|(?<=[0-9０-９元])\s+(?=年)"
)
_BETWEEN_WORDS = re.compile(r"\s+|、|(?<![0-9０-９])[,，]|[,，](?![0-9０-９])")


def words_of(typed: str) -> dict[str, str]:
    """The folded words of a query, each with how it was typed; none for mere marks."""
    words = {}
    for chunk in _BETWEEN_WORDS.split(_IN_A_YEAR.sub("", typed)):
        found = fold(chunk).split()
        for word in found:
            words.setdefault(word, chunk if len(found) == 1 else word)
    return dict(list(words.items())[:MOST_WORDS])


def entries_with(
    words: Iterable[str], plans_named: Mapping[str, Sequence[int]] | None = None
) -> QuerySet:
    """The entries of public plans that hold every word.

    `plans_named` are names of places with their plans. Such a word need not stand in
    the entry itself, so that 「柏市 防災」 finds what the plans of 柏市 say of 防災.
    """
    entries = SearchEntry.objects.exclude(plan__state="draft").order_by()
    for word in words:
        says = _says(word)
        if plans_named and word in plans_named:
            says |= Q(plan__in=plans_named[word])
        entries = entries.filter(says)
    return entries


def _says(word: str) -> Q:
    """That an entry holds a folded word: its pairs by the index, then all of it."""
    wanted = {piece for piece in pieces(word) if len(piece) == min(len(word), 2)}
    found = Q(having(wanted, connection.vendor))
    return found & Q(folded__contains=word) if len(word) > 2 else found


def in_order(entries: QuerySet, kinds: Sequence[str], words: Sequence[str]) -> QuerySet:
    """By kind, then hits in the title, then as the plans stand on the site."""
    place_of_kind = [When(kind=kind, then=Value(n)) for n, kind in enumerate(kinds)]
    in_title = reduce(and_, (Q(folded_title__contains=word) for word in words), Q())
    number = IntegerField()
    return entries.order_by(
        Case(*place_of_kind, default=Value(len(kinds)), output_field=number),
        Case(When(in_title, then=Value(0)), default=Value(1), output_field=number)
        if words
        else Value(0),
        "plan__position",
        _by_letters("plan__slug"),
        "place",
        _by_letters("code"),
    )


def _by_letters(field: str):
    """The order of code points, whatever language a database sorts by."""
    is_postgresql = connection.vendor == "postgresql"
    return Collate(F(field), "C" if is_postgresql else "BINARY")


def counts(entries: QuerySet) -> list[tuple[int, str]]:
    """(plan, kind) of each entry, of one more than are counted at most."""
    return list(entries.values_list("plan_id", "kind")[: MOST_COUNTED + 1])


def count_each(searches: Sequence[QuerySet]) -> list[int]:
    """How many entries each search finds, in one query."""
    rows = [
        entries.annotate(which=Value(number, output_field=IntegerField()))
        .values("which")
        .annotate(found=Count("pk"))
        .values_list("which", "found")
        for number, entries in enumerate(searches)
    ]
    if not rows:
        return []
    found = dict(rows[0].union(*rows[1:], all=True) if rows[1:] else rows[0])
    return [found.get(number, 0) for number in range(len(searches))]
