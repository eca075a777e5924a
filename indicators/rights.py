"""Which answers a person may see and enter: those of the own departments, or all.

Whoever approves may enter anything; a 担当課 only what its departments owe. A
department that was renamed passes its right on: the successor answers for what it took
over.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from indicators.models import RoundItem
from initiatives.models import Department

ANSWER = "indicators.answer_round"
APPROVE = "indicators.approve_answers"
PUBLISH = "indicators.publish_answers"
SEE = "indicators.see_unpublished"


def departments_of(person) -> set[int]:
    """The departments a person answers for, with those that became part of them."""
    is_own = Exists(person.memberships.filter(department=OuterRef("pk")))
    rows = list(
        Department.objects.annotate(is_own=is_own)
        .exclude(is_own=False, successor=None)
        .order_by()
        .values_list("pk", "successor", "is_own")
    )
    links = [(old, successor) for old, successor, _ in rows if successor]
    return _closed({pk for pk, _, mine in rows if mine}, links)


def with_predecessors(departments: set[int]) -> set[int]:
    """Departments, and all that they took over."""
    links = Department.objects.exclude(successor=None).order_by()
    return _closed(departments, list(links.values_list("pk", "successor")))


def _closed(departments, links):
    """The departments with all whose chain of successors leads to them."""
    found = new = set(departments)
    while new:
        new = {old for old, successor in links if successor in new} - found
        found = found | new
    return found


def items_to_answer(person, items: QuerySet | None = None) -> QuerySet:
    """The items of rounds that a person may answer."""
    items = RoundItem.objects.all() if items is None else items
    if not person.has_perm(ANSWER):
        return items.none()
    if person.has_perm(APPROVE):
        return items
    return items.filter(Q(department__in=departments_of(person)) | Q(person=person))
