"""Which answers a person may see and enter: those of the own departments, or all.

Whoever approves may enter anything; a 担当課 only what its departments owe. A
department that was renamed passes its right on: the successor answers for what it took
over.
"""

from django.db.models import Q, QuerySet

from indicators.models import RoundItem
from initiatives.models import Department

ANSWER = "indicators.answer_round"
APPROVE = "indicators.approve_answers"
PUBLISH = "indicators.publish_answers"
SEE = "indicators.see_unpublished"


def departments_of(person) -> set[int]:
    """The departments a person answers for, with those that became part of them."""
    return with_predecessors(
        set(person.memberships.values_list("department_id", flat=True))
    )


def with_predecessors(departments: set[int]) -> set[int]:
    """Departments, and all that they took over."""
    found = new = departments
    while new:
        new = set(
            Department.objects.filter(successor__in=new)
            .exclude(pk__in=found)
            .values_list("pk", flat=True)
        )
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
