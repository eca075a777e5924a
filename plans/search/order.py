"""The order in which a search shows what it finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.db import connection
from django.db.models import (
    BooleanField,
    Case,
    F,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Collate
from django.db.models.lookups import Contains

from plans.among_few import AmongFew
from plans.models import Plan, SearchEntry
from plans.places import Place
from plans.search import query
from plans.search.database import by_indexes
from plans.search.hits import Hit, PlanOfHit, Reach
from plans.search.kind_order import Apart, KindOrder
from plans.search.labels import (
    WITHOUT_LABELS,
    is_told_whole,
    kind_label,
    name_label,
)
from plans.search.query import Spellings

_PLAN_ON_THE_SITE = ("plan__position", "plan__slug")
FEW_PLANS = 200


@dataclass(frozen=True)
class Order:
    """What is named by the words, then by kind; in each, plans that have ended last.

    Within that hits in the title come first, and then plans as they stand on the site.
    """

    kinds: Sequence[str]
    words: Sequence[Spellings]
    latest_finished: int

    def counted(self, entries: QuerySet) -> list[Hit]:
        """The hits of a search, one more than are counted at most."""
        of_plan = [f"plan__{name}" for name in PlanOfHit._fields]
        with by_indexes():
            rows = entries.values_list("kind", self._is_topical(), *of_plan)
            return [
                Hit(kind, is_topical, PlanOfHit(*plan))
                for kind, is_topical, *plan in rows[: query.MOST_COUNTED + 1]
            ]

    def among(self, reach: Reach, place: Place) -> list[query.Among]:
        """What the first rows of a place lie among.

        Of the last kind PostgreSQL reads only what an index for the plans knows too, or
        alone where those are few.
        """
        *before, last = map(kind_label, reach.kinds)
        others = [*before, name_label(self._name.strip()), WITHOUT_LABELS]
        plans = _plans_of(reach, place)
        if plans is None:
            return [query.Among([*others, last])]
        keys = plans.values("pk")
        if (reach.first_plans or FEW_PLANS + 1) <= FEW_PLANS:
            own = query.Among([], keys, kind=reach.kinds[-1])
        else:
            own = query.Among([last], keys)
        return [query.Among(others), own]

    def is_surely_first(self, row: SearchEntry, reach: Reach) -> bool:
        """Whether no entry beyond a likely reach can stand before one of its rows.

        Entries without labels are of any kind: those of a later one are no proof. Nor
        are those of a later plan with a name that begins like a very long one.
        """
        *before, last = reach.kinds
        if row.is_named or row.kind in before:
            return True
        _, _, has_ended, is_beside_title, *_ = self._place_of(row)
        is_topical = row.has_labels and not has_ended and not is_beside_title
        is_proof = is_topical and is_told_whole(self._name.strip())
        return row.kind == last and (is_proof or reach.first_plans is None)

    def rows(self, entries: QuerySet, start: int, end: int) -> list[SearchEntry]:
        """Some of the entries by their place in the order, with their plans.

        Only those are read whole: with thousands it took twice as long. `is_named` says
        of each whether the words together are its title or a name, `has_labels` whether
        it was not written by the release before.
        """
        few = entries.order_by(*self._columns()).values("pk")[start:end]
        found = SearchEntry.objects.order_by().filter(AmongFew(F("pk"), few))
        found = found.annotate(has_labels=~Q(pieces__contains=WITHOUT_LABELS))
        with by_indexes():
            rows = list(found.select_related("plan").defer("folded", "pieces"))
        for row in rows:
            row.is_named = self._name in f" {row.folded_title} "
        return sorted(rows, key=self._place_of)

    @property
    def _name(self) -> str:
        """What an entry has to be called to be named by the words, between blanks."""
        return f" {''.join(spellings[0] for spellings in self.words)} "

    def _columns(self):
        position, slug = _PLAN_ON_THE_SITE
        return (
            _whether(Q(self._is_named())).desc(),
            self._kind_order.of_row(),
            _whether(self._has_ended),
            _whether(self._in_title).desc(),
            position,
            _by_letters(slug),
            "place",
            _by_letters("code"),
        )

    @property
    def _has_ended(self):
        return Q(plan__state="archived") | Q(
            plan__period_end_fy__lte=self.latest_finished
        )

    @property
    def _in_title(self):
        return reduce(
            and_,
            [
                reduce(or_, (Q(folded_title__contains=word) for word in spellings))
                for spellings in self.words
            ],
        )

    def _is_topical(self):
        ended = When(self._has_ended, then=Value(False))
        in_title = When(self._in_title, then=Value(True))
        return Case(ended, in_title, default=Value(False), output_field=BooleanField())

    def _place_of(self, row):
        """The columns again, for the few rows that are there."""
        plan, title = row.plan, row.folded_title
        end = plan.period_end_fy
        has_ended = end is not None and end <= self.latest_finished
        in_title = all(any(word in title for word in each) for each in self.words)
        return (
            not row.is_named,
            self._kind_order.number(row.kind),
            plan.state == "archived" or has_ended,
            not in_title,
            plan.position,
            plan.slug,
            row.place,
            row.code,
        )

    @property
    def _kind_order(self):
        return KindOrder(self.kinds)

    def _is_named(self):
        return Contains(Apart("folded_title"), self._name)


def _plans_of(reach: Reach, place: Place) -> QuerySet | None:
    """The plans of a reach, as they stand on the site; None for all."""
    plans = Plan.objects.public().filter(place.within())
    plans = plans.alias(letters=_by_letters("slug"))
    if reach.last_plan is not None:
        position, slug = reach.last_plan
        is_before = Q(position__lt=position) | Q(position=position, letters__lte=slug)
        return plans.order_by().filter(is_before)
    if reach.first_plans is not None:
        return plans.order_by("position", "letters")[: reach.first_plans]
    return None


def _whether(condition: Q) -> Case:
    """1 where the condition holds, else 0."""
    return Case(
        When(condition, then=Value(1)), default=Value(0), output_field=IntegerField()
    )


def _by_letters(field: str):
    """The order of code points, whatever language a database sorts by."""
    is_postgresql = connection.vendor == "postgresql"
    return Collate(F(field), "C" if is_postgresql else "BINARY")
