"""What a person still has to answer, and its way to the department when they go."""

from django.contrib.auth.models import User
from django.db.models import QuerySet

from indicators.models import RoundItem
from indicators.rights import with_predecessors
from initiatives.models import Department

REASON = "担当者の異動・停止のため、課に引き継いだ"


def open_items(person: User) -> QuerySet[RoundItem]:
    """Items of rounds that are not closed and name the person."""
    items = RoundItem.objects.filter(person=person, round__closed_at=None)
    return items.select_related(
        "round__publisher",
        "department",
        "target__plan",
        "initiative__plan",
        "measure__plan",
        "policy__plan",
    ).order_by("department__code", "pk")


def items_left_behind(
    person: User, before: frozenset[Department], after: frozenset[Department]
) -> QuerySet[RoundItem]:
    """Open items of departments for which the person no longer answers."""
    left = with_predecessors({one.pk for one in before}) - with_predecessors(
        {one.pk for one in after}
    )
    return open_items(person).filter(department__in=left)


def pass_on(items: QuerySet[RoundItem]) -> int:
    """Leave items to their department, or to the planning section; how many."""
    items = list(items)
    for item in items:
        item.person, item.history_reason = None, REASON
        item.save()
    return len(items)
