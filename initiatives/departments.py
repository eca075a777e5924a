"""Departments through reorganisations: who answers now for what one had to do."""

from collections import defaultdict

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from initiatives.models import Department, Membership


def exists(department: Department, year: int) -> bool:
    """Whether a department exists in a fiscal year; a blank year is open."""
    first, last = department.valid_from_fy, department.valid_to_fy
    return (first is None or first <= year) and (last is None or year <= last)


class Departments:
    """All departments of a publisher with their successors, read in one query."""

    def __init__(self, publisher):
        rows: QuerySet = Department.objects.filter(publisher=publisher)
        self.by_id = {row.pk: row for row in rows}

    def in_year(self, department_id: int | None, year: int) -> int | None:
        """The department that is in charge in a fiscal year; None where none is."""
        while department := self.by_id.get(department_id):
            last = department.valid_to_fy
            if last is None or last >= year:
                return department_id
            department_id = department.successor_id
        return None

    def existing(self, year: int) -> list[Department]:
        """Those that one can choose in a fiscal year, in their order."""
        return [row for row in self.by_id.values() if exists(row, year)]

    def people(self, permission: str) -> dict[int, list]:
        """The active members of each department, those of its successors with them.

        Only those who have the permission: others work there, and do something else.
        """
        members = defaultdict(dict)
        able = get_user_model().objects.with_perm(permission)
        rows = Membership.objects.filter(
            department__in=self.by_id, user__in=able
        ).select_related("user")
        for row in rows.order_by("user__last_name", "user__first_name", "user_id"):
            members[row.department_id][row.user_id] = row.user
        return {
            each: [
                person
                for department in self._line(each)
                for person in members[department].values()
            ]
            for each in self.by_id
        }

    def _line(self, department_id):
        """A department and those that followed it."""
        while department_id in self.by_id:
            yield department_id
            department_id = self.by_id[department_id].successor_id
