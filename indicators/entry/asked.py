"""What rounds ask of a person: which items, in which order, how far they have come."""

from collections import Counter

from django.db.models import Case, Count, QuerySet, Value, When
from django.db.models.functions import Coalesce

from indicators.models import RoundItem
from indicators.rights import items_to_answer
from indicators.rounds.standing import OWED, with_state
from initiatives.models import AnswerState

_PARTS = ("target", "initiative", "measure", "policy")


def asked_of(person) -> QuerySet[RoundItem]:
    """The items a person may answer: what came back, what is to do, what is done.

    In each of these, what is their own stands first.
    """
    back = When(state=AnswerState.RETURNED, then=Value(0))
    owed = When(state__in=OWED, then=Value(1))
    own = When(person=person, then=Value(0))
    return (
        with_state(items_to_answer(person))
        .annotate(
            in_plan=_either("plan"),
            place=_either("position"),
        )
        .select_related(
            "round__publisher",
            "department",
            "target__plan__judgement_settings",
            *(f"{part}__plan" for part in _PARTS[1:]),
        )
        .order_by(
            "round__due_on",
            "round",
            Case(back, owed, default=Value(2)),
            Case(own, default=Value(1)),
            "in_plan",
            "place",
            "pk",
        )
    )


def _either(field):
    return Coalesce(*(f"{part}__{field}" for part in _PARTS))


def counts_by_state(items: QuerySet[RoundItem]) -> Counter:
    """How many items of a round are in each state."""
    rows = items.order_by().values_list("state").annotate(count=Count("pk"))
    return Counter(dict(rows))
