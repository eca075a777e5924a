"""The answers that wait for the planning section: to be approved, or to be published.

One light query names them all; a page then reads the few that it shows.
"""

from dataclasses import dataclass

from django.db.models import BigIntegerField, CharField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from indicators.models import Observation, RoundItem
from initiatives.models import AnswerState, Department, Review
from plans.places import EVERYWHERE, Place
from plans.presenters import plan_name

FIGURE, REVIEW = "figure", "review"
MODELS = {FIGURE: Observation, REVIEW: Review}
SUBMITTED, APPROVED = AnswerState.SUBMITTED.value, AnswerState.APPROVED.value


@dataclass(frozen=True)
class Waiting:
    """One answer: `title` and `working_title` are its plan's names."""

    kind: str
    pk: int
    state: str
    year: int
    plan: int
    title: str
    working_title: str
    department: int | None
    department_name: str | None

    @property
    def plan_name(self) -> str:
        return plan_name(self)


def waiting(place: Place = EVERYWHERE) -> list[Waiting]:
    """All answers of a place that are submitted or approved, by the plans' names."""
    figures = _rows(
        place,
        FIGURE,
        "target__plan",
        _given("target"),
        "target__department",
        "target__initiative__department",
    )
    reviews = _rows(
        place,
        REVIEW,
        "plan",
        *(_given(kind) for kind in ("initiative", "measure", "policy")),
        "initiative__department",
    )
    rows = figures.union(reviews, all=True)
    found = [Waiting(*row) for row in rows]
    return sorted(found, key=lambda row: (row.plan_name, -row.year, row.pk))


def _rows(place, kind, plan, *departments):
    named = Department.objects.filter(pk=OuterRef("owner"))
    rows = MODELS[kind].objects.filter(state__in=(SUBMITTED, APPROVED)).order_by()
    rows = rows.filter(place.within(f"{plan}__"))
    return (
        rows.annotate(owner=Coalesce(*departments, output_field=BigIntegerField()))
        .annotate(owner_name=Subquery(named.values("name")))
        .values_list(
            Value(kind, output_field=CharField()),
            "pk",
            "state",
            "fiscal_year",
            f"{plan}_id",
            f"{plan}__title",
            f"{plan}__working_title",
            "owner",
            "owner_name",
        )
    )


def _given(subject):
    """The department that a round's item was given to."""
    items = RoundItem.objects.filter(
        **{subject: OuterRef(subject), "round__fiscal_year": OuterRef("fiscal_year")}
    )
    return Subquery(items.values("department")[:1])
