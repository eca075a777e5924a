"""The department that each waiting answer is of: the round's, or else the plan's."""

from typing import NamedTuple

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from indicators.approvals.waiting import FIGURE, REVIEW
from indicators.models import RoundItem
from initiatives.models import Department

_SUBJECTS = {FIGURE: ("target",), REVIEW: ("initiative", "measure", "policy")}
_OWN = {
    FIGURE: ("target__department", "target__initiative__department"),
    REVIEW: ("initiative__department",),
}


class Owner(NamedTuple):
    """A department by key and name."""

    key: int
    name: str


NOBODY = Owner(0, "決まっていません")


def owners_of(kind: str, answers: QuerySet) -> dict[int, Owner]:
    """Of observations or reviews, by their keys; one query.

    It looks at each of them: of a nation's answers only those that are shown are asked.
    """
    given = [_given(subject) for subject in _SUBJECTS[kind]]
    named = Department.objects.order_by().filter(pk=OuterRef("owner"))
    rows = answers.annotate(
        owner=Coalesce(*given, *_OWN[kind], output_field=BigIntegerField())
    ).annotate(owner_name=Subquery(named.values("name")))
    return {
        pk: Owner(key, name) if key else NOBODY
        for pk, key, name in rows.values_list("pk", "owner", "owner_name")
    }


def _given(subject):
    """The department that a round's item was given to."""
    items = RoundItem.objects.order_by("pk").filter(
        **{subject: OuterRef(subject), "round__fiscal_year": OuterRef("fiscal_year")}
    )
    return Subquery(items.values("department")[:1])
