"""Who works for an invented body, and what it was asked for in the newest year."""

from datetime import date, datetime
from functools import cache

from django.contrib.auth.models import Group, User
from django.utils import timezone

from indicators.models import CollectionRound, RoundItem, Target
from initiatives.models import Membership
from welfare_plan.nation.batch import Batch
from welfare_plan.nation.shapes import YEARS
from welfare_plan.nation.texts import Body
from welfare_plan.roles import DEPARTMENT

# Django's mark for an account that nobody can log in to.
_NO_PASSWORD = "!"
_JOINED = datetime(YEARS[-1], 4, 1, 9)


class Staff:
    """One person in each department, and the round of the newest year."""

    def __init__(self, batch: Batch, body: Body, *, is_gathering: bool):
        self._batch = batch
        for department in body.departments.values():
            self._person(department)
        year = YEARS[-1] + 1
        closed = timezone.make_aware(datetime(year, 8, 31, 9))
        self._round = batch.add(
            CollectionRound,
            publisher=body.publisher,
            fiscal_year=YEARS[-1],
            opens_on=date(year, 5, 1),
            due_on=date(year, 7, 31),
            closed_at=None if is_gathering else closed,
        )

    def _person(self, department):
        user = self._batch.add(
            User,
            username=f"{department.publisher.slug}-{department.code}",
            password=_NO_PASSWORD,
            last_name="サンプル",
            first_name=department.name,
            email=f"{department.code}@{department.publisher.slug}.example",
            date_joined=timezone.make_aware(_JOINED),
        )
        self._batch.add(Membership, user=user, department=department)
        through = User.groups.through
        self._batch.add(through, user=user, group=_department_group())

    def is_asked_for(self, target: Target) -> None:
        self._batch.add(
            RoundItem, round=self._round, target=target, department=target.department
        )


@cache
def _department_group():
    return Group.objects.get(name=DEPARTMENT)
