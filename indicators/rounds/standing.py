"""How far the answers of a round have come: each item with the state of its answer."""

from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from indicators.models import Observation, RoundItem
from initiatives.models import AnswerState, Review

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
    return items.annotate(
        state=Coalesce(
            _state(Observation, "target"),
            *(_state(Review, kind) for kind in ("initiative", "measure", "policy")),
            Value(MISSING),
            output_field=CharField(),
        )
    )


def _state(model, subject):
    answers = model.objects.filter(
        **{subject: OuterRef(subject), "fiscal_year": OuterRef("round__fiscal_year")}
    )
    # One a year at most: put in no order, which would read the plans as well.
    return Subquery(answers.order_by().values("state")[:1])


def owed(items: QuerySet[RoundItem]) -> QuerySet[RoundItem]:
    """The items that nobody has handed in."""
    return with_state(items).filter(state__in=OWED)
