"""Targets with all that was promised and published of them, ready to be judged.

`follow` reads any number of targets in two queries. A year with a published value
answers with the judgement that was stored with it; a year without one is judged now,
which can only say why there is no verdict (`indicators.judged_years`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from operator import itemgetter
from types import MappingProxyType

from django.db.models import QuerySet
from django.utils.functional import cached_property

from indicators.followed_rows import keys_of, plain_rows, target_row
from indicators.judged_years import JudgedYear, published_year, reckoned_year
from indicators.later_rows import (
    GOAL,
    PUBLICATION,
    LaterRow,
    goal_of,
    later_of,
)
from indicators.progress import judge
from indicators.progress_values import (
    Goal,
    Observed,
    Settings,
    Terms,
)
from indicators.stored_terms import terms_from_json
from plans.prepared import prepared

# Kind, target and year stand before the columns of a `LaterRow`.
_PLACE = 3


@dataclass
class FollowedTarget:
    """A target's own values, its terms, and its publications by year, newest last.

    The `terms` of a publication are those of its day.
    """

    values: Mapping
    terms: Terms
    publications: dict[int, list[LaterRow]]

    def judged(self, year: int, as_of: date, settings: Settings) -> JudgedYear:
        """The stored judgement of a published year, else what can be said now."""
        if stored := self.newest(year):
            return published_year(year, stored.columns, stored.is_whole)
        result = judge(
            self.terms, self.observed(), year=year, as_of=as_of, settings=settings
        )
        return reckoned_year(result, self.terms, settings)

    def newest(self, year: int) -> LaterRow | None:
        """The publication that counts for a year."""
        rows = self.publications.get(year)
        return rows[-1] if rows else None

    def observed(self) -> dict[int, Observed]:
        """The newest publication of each year, as the rules see it."""
        return {year: observed(rows[-1]) for year, rows in self.publications.items()}

    @cached_property
    def years_with_numbers(self) -> list[int]:
        return sorted(
            year for year, rows in self.publications.items() if rows[-1].has_value
        )

    @cached_property
    def all_terms(self) -> list[Terms]:
        return all_terms_of([self])


def all_terms_of(targets: Sequence[FollowedTarget]) -> list[Terms]:
    """The terms of today and those that published years were judged by."""
    stored = {
        rows[-1].terms_as_stored
        for each in targets
        for rows in each.publications.values()
    }
    return [*(each.terms for each in targets), *map(terms_from_json, stored)]


def follow(targets: QuerySet, *, whole: bool = True) -> list[FollowedTarget]:
    """The targets in their order, with goals, milestones and publications.

    The last come with notes, reasons and sums only where they are read `whole`.
    """
    rows = map(_own, plain_rows(targets))
    return _followed(rows, later_of(keys_of(targets), whole=whole), whole=whole)


def follow_rows(rows: Iterable[dict], chosen) -> list[FollowedTarget]:
    """Targets that were read already, as COLUMNS; `chosen` are their keys."""
    own = ((row, terms_of(row)) for row in rows)
    return _followed(own, later_of(chosen, whole=True), whole=True)


def following(
    build: Callable[..., QuerySet] | None = None, *, whole: bool = False
) -> Callable[..., list[FollowedTarget]]:
    """`follow` for the targets that `build` gives, with both queries prepared.

    Publications come without notes, reasons and sums, unless `whole`.

    @following
    def _targets(plan: int):
        return Target.objects.filter(plan=plan)

    for target in _targets(plan=plan.pk): ...
    """
    if build is None:
        return partial(following, whole=whole)
    rows = prepared(lambda **keys: plain_rows(build(**keys)))
    later = prepared(lambda **keys: later_of(keys_of(build(**keys)), whole=whole))

    def followed(**keys):
        targets = map(_own, rows(**keys))
        return _followed(targets, later(**keys), whole=whole)

    return followed


@lru_cache(maxsize=4096)
def _own(columns):
    """The values and terms of a row of `plain_rows`, kept by what stands in it."""
    values = MappingProxyType(target_row(columns))
    return values, terms_of(values)


def _followed(own, later, *, whole):
    own = list(own)
    publications = defaultdict(lambda: defaultdict(list))
    goals, milestones = defaultdict(list), defaultdict(dict)
    for read in later:
        kind, target, year = read[:_PLACE]
        row = LaterRow(read[_PLACE:], whole=whole)
        if kind == PUBLICATION:
            publications[target][year].append(row)
        elif kind == GOAL:
            goals[target].append(goal_of(row, year))
        else:
            milestones[target][year] = row["value"]
    _put_in_order(publications)
    return [
        FollowedTarget(
            values=values,
            terms=_with_later(terms, goals, milestones, values["id"]),
            publications=publications[values["id"]],
        )
        for values, terms in own
    ]


def _with_later(terms, goals, milestones, target):
    if target not in goals and target not in milestones:
        return terms
    return with_later(terms, goals[target], milestones[target])


def _put_in_order(publications):
    """The publications of each target in each year, newest last."""
    for years in publications.values():
        for rows in years.values():
            if len(rows) > 1:
                rows.sort(key=itemgetter("revision"))


def terms_of(values: Mapping) -> Terms:
    """The terms of a target from its own values, without what came later."""
    goal = Goal(
        value=values["goal_value"],
        year=values["goal_fiscal_year"],
        unit=values["goal_unit"],
        state=values["goal_state"],
        text=values["goal_text"],
    )
    return Terms(
        goals=(goal,),
        mode=values["evaluation_mode"],
        direction=values["direction"],
        decimals=values["decimals"],
        baseline=values["baseline_value"],
        baseline_year=values["baseline_fiscal_year"],
        baseline_unit=values["baseline_unit"],
        unit_confirmed=values["unit_confirmed"],
    )


def with_later(terms: Terms, revised: Iterable[Goal], milestones=None) -> Terms:
    """The terms with more goals, decided anew, and with interim goals by fiscal year.

    A goal that names no year or unit of its own keeps those of the first.
    """
    first = terms.goals[0]
    later = (
        replace(goal, year=goal.year or first.year, unit=goal.unit or first.unit)
        for goal in revised
    )
    held = milestones or terms.milestones
    return replace(terms, goals=(*terms.goals, *later), milestones=held)


def observed(row) -> Observed:
    """A publication or an observation, given as a mapping, as the rules see it."""
    return Observed(
        number=row["value"],
        state=row["value_state"],
        provisional=row["provisional"],
        break_in_series=row["break_in_series"],
    )


def settings_of(plan) -> Settings:
    """The plan's own limits, or the defaults; needs judgement_settings selected."""
    row = getattr(plan, "judgement_settings", None)
    if row is None:
        return Settings()
    return Settings(row.k_on, row.k_slight, row.regress_tol)
