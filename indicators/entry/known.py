"""What is known of a figure beside its answer: last year's value, path, goal."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from django.db.models import QuerySet

from indicators.actions import corrects, judgement_fields, reason_needed
from indicators.cells import Doubt, Expected, doubts_about
from indicators.entry.answers import is_figure
from indicators.following import FollowedTarget, follow
from indicators.later_rows import LaterRow
from indicators.models import Observation, PublishedValue, Target
from indicators.progress_values import Terms
from indicators.units import units_differ
from plans.decimals import decimal_text


@dataclass(frozen=True)
class LastYear:
    """The value of the fiscal year before, and how far it has come on its way."""

    value: Decimal | None
    state: str
    standing: str
    unit: str


@dataclass(frozen=True)
class Known:
    """One figure of a round: its terms, its publications, the value of last year."""

    year: int
    followed: FollowedTarget
    last: LastYear | None

    @property
    def decimals(self) -> int:
        return self.followed.values["decimals"]

    @property
    def measure_type(self) -> str:
        return self.followed.values["measure_type"]

    @property
    def terms(self) -> Terms:
        return self.followed.terms

    @cached_property
    def unit(self) -> str:
        return self.terms.unit_in(self.year)

    @cached_property
    def expected(self) -> Expected:
        """What its box is for."""
        return Expected(
            unit=self.unit,
            decimals=self.decimals,
            measure_type=self.measure_type,
        )

    @property
    def published(self) -> LaterRow | None:
        """The newest publication of the round's year, if there is one."""
        rows = self.followed.publications.get(self.year)
        return rows[-1] if rows else None

    def corrects_published(self, observation: Observation) -> bool:
        """Whether handing it in would correct what the public was told for good."""
        published = self.published
        return bool(published) and corrects(PublishedValue(**_said(published)))

    def doubts(self, value: Decimal) -> tuple[Doubt, ...]:
        """Whether the value moves implausibly; other units are not compared."""
        goal = self.terms.goal_in(self.year)
        baseline = self.terms.baseline
        if units_differ(self.terms.baseline_unit, self.unit):
            baseline = None
        previous = self.last.value if self.last else None
        if previous is not None and units_differ(self.last.unit, self.unit):
            previous = None
        return doubts_about(
            value,
            previous=previous,
            baseline=baseline,
            goal=goal.value if goal.state == Target.GoalState.SET else None,
            measure_type=self.measure_type,
            decimals=self.decimals,
            unit=self.unit,
        )

    def judgement(self, observation: Observation, today) -> dict:
        return judgement_fields(observation, as_of=today, followed=self.followed)

    def reason_needed(self, observation: Observation) -> str:
        return reason_needed(observation, followed=self.followed)


def published_at(known: Known | None) -> datetime | None:
    """When the figure of the round's year was last published, if it ever was."""
    published = known.published if known else None
    return published["published_at"] if published else None


def _said(published):
    return {name: published[name] for name in ("value_state", "provisional")}


def known_figures(items) -> dict[int, Known]:
    """What is known of each figure among the items of one round, in three queries."""
    figures = {item.target_id: item for item in items if is_figure(item)}
    if not figures:
        return {}
    year = next(iter(figures.values())).round.fiscal_year
    known = known_of(Target.objects.filter(pk__in=figures), year)
    return {figures[target].pk: row for target, row in known.items()}


def known_of(targets: QuerySet, year: int) -> dict[int, Known]:
    """What is known of targets in a fiscal year, by their keys; the same queries."""
    last = _last_year(targets, year - 1)
    return {
        row.values["id"]: Known(
            year=year,
            followed=row,
            last=_last(row, year - 1, last.get(row.values["id"])),
        )
        for row in follow(targets)
    }


def _last_year(targets: QuerySet, year: int) -> dict[int, Observation]:
    rows = Observation.objects.filter(target__in=targets, fiscal_year=year)
    return {row.target_id: row for row in rows}


def _last(followed, year, observation):
    """What was published counts; before that, what staff hold."""
    unit = followed.terms.unit_in(year)
    if year in followed.publications:
        row = followed.publications[year][-1]
        standing = "速報・公開" if row["provisional"] else "公開"
        return LastYear(row["value"], row["value_state"], standing, unit)
    if observation is None:
        return None
    return LastYear(
        observation.value,
        observation.value_state,
        observation.get_state_display(),
        unit,
    )


def shown_text(observation: Observation) -> str:
    """What stands in the box: as it was typed, or the number of an import."""
    if observation.raw or observation.value is None:
        return observation.raw
    return decimal_text(observation.value)
