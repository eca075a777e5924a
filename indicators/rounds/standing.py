"""How far the answers of a round have come: each item with the state of its answer."""

from django.db.models import (
    Case,
    CharField,
    Exists,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from indicators.models import Observation, RoundItem
from initiatives.models import WAITING_STATES, AnswerState, Review

MISSING = "missing"
# In the order of the way that an answer goes.
STATES = {
    MISSING: "未入力",
    AnswerState.DRAFT.value: "下書き",
    AnswerState.RETURNED.value: "差戻し",
    AnswerState.SUBMITTED.value: "提出済み",
    AnswerState.APPROVED.value: "承認済み",
    AnswerState.PUBLISHED.value: "公開",
}
# What the department still has to do something about.
OWED = (MISSING, AnswerState.DRAFT.value, AnswerState.RETURNED.value)


def with_state(items: QuerySet[RoundItem]) -> QuerySet[RoundItem]:
    """The items, each with the `state` of its answer; missing where there is none."""
    return items.annotate(state=_state())


def _state():
    return Coalesce(
        _state_of(Observation, "target"),
        *(_state_of(Review, kind) for kind in ("initiative", "measure", "policy")),
        Value(MISSING),
        output_field=CharField(),
    )


def _state_of(model, subject):
    # One a year at most: put in no order, which would read the plans as well.
    return Subquery(_answers(model, subject).order_by().values("state")[:1])


def _answers(model, subject):
    return model.objects.filter(
        **{subject: OuterRef(subject), "fiscal_year": OuterRef("round__fiscal_year")}
    )


def owed(items: QuerySet[RoundItem]) -> QuerySet[RoundItem]:
    """The items that nobody has handed in.

    PostgreSQL reads the figures that wait for approval as one list, from an index of
    their own: of a nation's open rounds they are the most, and looking each item up
    takes three times as long. SQLite has one look more for each item that is owed.
    """
    waiting = _answers(Observation, "target").filter(state__in=WAITING_STATES)
    is_waiting = When(Exists(waiting), then=Value(WAITING_STATES[0].value))
    state = Case(is_waiting, default=_state())
    return items.alias(owed_state=state).filter(owed_state__in=OWED)
