"""Which entries a search finds, and in which order."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import and_, or_

from django.db import connection
from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Collate, Concat

from plans.among_few import AmongFew
from plans.models import Plan, SearchEntry
from plans.places import EVERYWHERE, Place
from plans.search.database import having
from plans.search.folding import fold, pieces
from plans.search.labels import WITHOUT_LABELS, kind_label, name_label

# Counts stop here, so that one letter in a nation's plans costs no more than a word.
MOST_COUNTED = 1_000

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
    plans_named: Mapping[str, Sequence[int]] | None = None,
    place: Place = EVERYWHERE,
    among: Sequence[str] = (),
) -> QuerySet:
    """The entries of public plans of a place that hold every word in one spelling.

    `plans_named` are names of places with their plans. Such a word need not stand in
    the entry itself, so that 「柏市 防災」 finds what the plans of 柏市 say of 防災.
    `among` are labels: entries without any of them may be left out.
    """
    entries = SearchEntry.objects.order_by()
    if place:
        plans = Plan.objects.public().filter(place.within())
        entries = entries.filter(AmongFew(F("plan"), plans.order_by().values("pk")))
    else:
        entries = entries.exclude(plan__state="draft")
    for spellings in words:
        says = reduce(or_, (_says(word, among) for word in spellings))
        for word in spellings:
            if plans_named and word in plans_named:
                says |= Q(plan__in=plans_named[word])
        entries = entries.filter(says)
    return entries


def _says(word: str, among: Sequence[str]) -> Q:
    """That an entry holds a folded word: its pairs by the index, then all of it."""
    wanted = {piece for piece in pieces(word) if len(piece) == min(len(word), 2)}
    found = Q(having(wanted, connection.vendor, among))
    return found & Q(folded__contains=word) if len(word) > 2 else found


def in_order(
    entries: QuerySet,
    kinds: Sequence[str],
    words: Sequence[Spellings],
    *,
    latest_finished: int,
) -> QuerySet:
    """What is named by the words, then by kind; in each, plans that have ended last.

    Within that hits in the title come first, and then plans as they stand on the site.
    `is_named` says of each entry whether the words together are its title or a name.
    """
    in_title = [
        reduce(or_, (Q(folded_title__contains=word) for word in spellings))
        for spellings in words
    ]
    name = f" {_name(words)} "
    has_ended = Q(plan__state="archived") | Q(plan__period_end_fy__lte=latest_finished)
    blank = Value(" ", output_field=TextField())
    names = Concat(blank, "folded_title", blank)
    entries = entries.alias(names=names).annotate(
        is_named=_whether(Q(names__contains=name))
    )
    place_of_kind = [When(kind=kind, then=Value(n)) for n, kind in enumerate(kinds)]
    return entries.order_by(
        F("is_named").desc(),
        Case(*place_of_kind, default=Value(len(kinds)), output_field=IntegerField()),
        _whether(has_ended),
        _whether(reduce(and_, in_title)).desc(),
        "plan__position",
        _by_letters("plan__slug"),
        "place",
        _by_letters("code"),
    )


def first_labels(
    counted: Mapping[str, int],
    kinds: Sequence[str],
    words: Sequence[Spellings],
    rows: int,
) -> list[str]:
    """The labels of what the first rows of `in_order` lie among; none where all is.

    `counted` are hits of each kind, all or fewer: as many as `rows` in the first kinds
    leave no place for another kind, but for what is named by the words.
    """
    enough, left = [], rows
    for kind in kinds:
        if left <= 0:
            return [
                *map(kind_label, enough),
                name_label(_name(words)),
                WITHOUT_LABELS,
            ]
        enough.append(kind)
        left -= counted.get(kind, 0)
    return []


def _name(words):
    """What an entry has to be called to be named by the words."""
    return "".join(spellings[0] for spellings in words)


def _whether(condition: Q) -> Case:
    """1 where the condition holds, else 0."""
    return Case(
        When(condition, then=Value(1)), default=Value(0), output_field=IntegerField()
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
