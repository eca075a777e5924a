"""The order in which a search shows what it finds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.db import connection
from django.db.models import Case, F, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Collate, Concat, NullIf, StrIndex
from django.db.models.lookups import Contains

from plans.among_few import AmongFew
from plans.models import SearchEntry
from plans.search.database import by_indexes
from plans.search.labels import WITHOUT_LABELS, kind_label, name_label
from plans.search.query import Spellings


@dataclass(frozen=True)
class Order:
    """What is named by the words, then by kind; in each, plans that have ended last.

    Within that hits in the title come first, and then plans as they stand on the site.
    """

    kinds: Sequence[str]
    words: Sequence[Spellings]
    latest_finished: int

    def rows(self, entries: QuerySet, start: int, end: int) -> list[SearchEntry]:
        """Some of the entries by their place in the order, with their plans.

        Only those are read whole: with thousands it took twice as long. `is_named` says
        of each whether the words together are its title or a name.
        """
        few = entries.order_by(*self._columns()).values("pk")[start:end]
        found = SearchEntry.objects.order_by().filter(AmongFew(F("pk"), few))
        with by_indexes():
            rows = list(found.select_related("plan").defer("folded", "pieces"))
        for row in rows:
            row.is_named = self._name in f" {row.folded_title} "
        return sorted(rows, key=self._place_of)

    def labels_of_first(self, counted: Mapping[str, int], rows: int) -> list[str]:
        """The labels of what the first rows lie among; none where they can be all.

        `counted` are hits of each kind, all or fewer: as many as `rows` in the first
        kinds leave no place for another kind, but for what is named by the words.
        """
        enough, left = [], rows
        for kind in self.kinds:
            if left <= 0:
                name = name_label(self._name.strip())
                return [*map(kind_label, enough), name, WITHOUT_LABELS]
            enough.append(kind)
            left -= counted.get(kind, 0)
        return []

    @property
    def _name(self) -> str:
        """What an entry has to be called to be named by the words, between blanks."""
        return f" {''.join(spellings[0] for spellings in self.words)} "

    def _columns(self):
        in_title = [
            reduce(or_, (Q(folded_title__contains=word) for word in spellings))
            for spellings in self.words
        ]
        finished = Q(plan__period_end_fy__lte=self.latest_finished)
        return (
            self._whether_named().desc(),
            self._number_of_kind().asc(nulls_last=True),
            _whether(Q(plan__state="archived") | finished),
            _whether(reduce(and_, in_title)).desc(),
            "plan__position",
            _by_letters("plan__slug"),
            "place",
            _by_letters("code"),
        )

    def _place_of(self, row):
        """The columns again, for the few rows that are there."""
        plan, title = row.plan, row.folded_title
        end = plan.period_end_fy
        has_ended = end is not None and end <= self.latest_finished
        in_title = all(any(word in title for word in each) for each in self.words)
        return (
            not row.is_named,
            self._numbers.get(row.kind, len(self.kinds)),
            plan.state == "archived" or has_ended,
            not in_title,
            plan.position,
            plan.slug,
            row.place,
            row.code,
        )

    @property
    def _numbers(self):
        return {kind: number for number, kind in enumerate(self.kinds)}

    def _number_of_kind(self):
        """Where a kind stands in the list of them, as one text; NULL if nowhere."""
        listed = Value(f" {' '.join(self.kinds)} ")
        kind = Concat(Value(" "), "kind", Value(" "))
        return NullIf(StrIndex(listed, kind), 0)

    def _whether_named(self):
        blank = Value(" ", output_field=TextField())
        names = Concat(blank, "folded_title", blank)
        return _whether(Q(Contains(names, self._name)))


def _whether(condition: Q) -> Case:
    """1 where the condition holds, else 0."""
    return Case(
        When(condition, then=Value(1)), default=Value(0), output_field=IntegerField()
    )


def _by_letters(field: str):
    """The order of code points, whatever language a database sorts by."""
    is_postgresql = connection.vendor == "postgresql"
    return Collate(F(field), "C" if is_postgresql else "BINARY")
