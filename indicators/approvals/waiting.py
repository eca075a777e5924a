"""The answers that wait for the planning section: to be approved, or to be published.

One light query names them all; a page then reads the few that it shows.
"""

from typing import NamedTuple

from django.db.models import CharField, QuerySet, Value

from indicators.models import Observation
from initiatives.models import WAITING_STATES, Review
from plans.places import EVERYWHERE, Place
from plans.presenters import plan_name

FIGURE, REVIEW = "figure", "review"
MODELS = {FIGURE: Observation, REVIEW: Review}
SUBMITTED, APPROVED = (state.value for state in WAITING_STATES)
_PLANS = {FIGURE: "target__plan", REVIEW: "plan"}


class Waiting(NamedTuple):
    """One answer: `title` and `working_title` are its plan's names."""

    kind: str
    pk: int
    state: str
    year: int
    plan: int
    title: str
    working_title: str

    @property
    def plan_name(self) -> str:
        return plan_name(self)


def waiting(place: Place = EVERYWHERE) -> list[Waiting]:
    """All answers of a place that are submitted or approved, by the plans' names."""
    figures, reviews = (_rows(kind, place) for kind in MODELS)
    found = map(Waiting._make, figures.union(reviews, all=True))
    return sorted(found, key=lambda row: (row.plan_name, -row.year, row.pk))


def _rows(kind, place):
    plan = _PLANS[kind]
    return answers_in(kind, WAITING_STATES, place).values_list(
        Value(kind, output_field=CharField()),
        "pk",
        "state",
        "fiscal_year",
        f"{plan}_id",
        f"{plan}__title",
        f"{plan}__working_title",
    )


def answers_in(kind: str, states: tuple[str, ...], place: Place) -> QuerySet:
    """The observations or the reviews of a place in some states."""
    answers = MODELS[kind].objects.order_by().filter(state__in=states)
    return answers.filter(place.within(f"{_PLANS[kind]}__"))
