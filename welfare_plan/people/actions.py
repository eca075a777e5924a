"""What a 管理者 does to people. Each is one transaction and leaves a line in the log.

People are never deleted: their names stand in the histories of all that they entered.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from indicators.rights import ANSWER
from initiatives.models import Membership
from plans.fiscal_year import of_date
from welfare_plan.people import rules
from welfare_plan.people.departments import DepartmentWords
from welfare_plan.people.handover import items_left_behind, open_items, pass_on
from welfare_plan.people.profiles import (
    Profile,
    differences,
    profile_of,
    version_of,
    with_profiles,
    words_of,
)
from welfare_plan.roles import ADMINISTRATOR, ROLES, ROLES_IN_ADMIN


@contextmanager
def changing_people() -> Iterator[DepartmentWords]:
    """A transaction around changes of people; one at a time, and a 管理者 remains."""
    with transaction.atomic():
        # Two administrators who stop each other at the same moment: the second waits
        # here, and then is refused.
        Group.objects.select_for_update().get(name=ADMINISTRATOR)
        had_one = rules.administrators().exists()
        yield DepartmentWords.stored(of_date(timezone.localdate()))
        if had_one and not rules.administrators().exists():
            raise ValidationError(rules.LAST_ADMINISTRATOR)


def create_person(login: str, profile: Profile, *, by: User) -> User:
    """Somebody new, without a password: they set it through a link."""
    with changing_people() as departments:
        return create_in(departments, login, profile, by=by)


def create_in(
    departments: DepartmentWords, login: str, profile: Profile, *, by: User
) -> User:
    """The same inside of `changing_people()`."""
    _refuse(None, None, profile, by, departments)
    person = User(username=login)
    person.set_unusable_password()
    _write(person, profile)
    said = words_of(profile, departments)
    text = f"登録しました。役割：{said['roles']}。所属：{said['departments']}。"
    log(person, by, text, ADDITION)
    return person


class ChangedMeanwhile(Exception):
    """Somebody else changed the person since the page was opened."""


def change_person(
    person: User, after: Profile, *, by: User, seen: str | None = None
) -> list[str]:
    """Make a person what the profile says; what changed, in words.

    `seen` is the version of the profile that `by` looked at. Raises ChangedMeanwhile
    where it is no longer the stored one.
    """
    with changing_people() as departments:
        person = with_profiles(User.objects.all()).get(pk=person.pk)
        if seen is not None and seen != version_of(profile_of(person)):
            raise ChangedMeanwhile
        return change_in(departments, person, after, by=by)


def change_in(
    departments: DepartmentWords, person: User, after: Profile, *, by: User
) -> list[str]:
    """The same inside of `changing_people()`, with a person just read.

    Who leaves a department, loses the right to answer or is stopped leaves open items
    to the department. Who is stopped is logged out at once and needs a new password
    afterwards.
    """
    before = profile_of(person)
    said = differences(before, after, departments)
    if not said:
        return []
    _refuse(person, before, after, by, departments)
    if before.is_active and not after.is_active:
        person.set_unusable_password()
    _write(person, after)
    if passed := _pass_on(person, before, after):
        said.append(f"照会の項目{passed}件を課に引き継ぎました")
    log(person, by, "。".join(said) + "。")
    return said


def set_active(person: User, is_active: bool, *, by: User) -> None:
    """Stop a person or let them in again."""
    change_person(person, replace(profile_of(person), is_active=is_active), by=by)


def log(person: User, by: User, text: str, flag: int = CHANGE) -> None:
    """A line in the record of changes of a person: who, when, what."""
    LogEntry.objects.log_actions(by.pk, [person], flag, text, single_object=True)


def _refuse(person, before, after, by, departments):
    found = rules.refusals(person, before, after, by=by, departments=departments)
    if sentences := dict(found):
        raise ValidationError(sentences)


def _write(person, profile):
    # One field for the whole name, in the order in which it is said here.
    person.last_name, person.first_name = profile.name, ""
    person.email, person.is_active = profile.mail, profile.is_active
    person.is_staff = person.is_superuser or bool(profile.roles & ROLES_IN_ADMIN)
    person.full_clean(exclude=["password"])
    person.save()
    others = person.groups.exclude(name__in=ROLES)
    person.groups.set([*others, *Group.objects.filter(name__in=profile.roles)])
    _write_memberships(person, profile.departments)


def _write_memberships(person, departments):
    """Row by row, so that each has its line in the history."""
    rows = {row.department_id: row for row in person.memberships.all()}
    wanted = {department.pk for department in departments}
    for pk in sorted(rows.keys() - wanted):
        rows[pk].delete()
    for pk in sorted(wanted - rows.keys()):
        Membership.objects.create(user=person, department_id=pk)


def _pass_on(person, before, after):
    fresh = User.objects.get(pk=person.pk)
    if after.is_active and fresh.has_perm(ANSWER):
        items = items_left_behind(person, before.departments, after.departments)
    else:
        items = open_items(person)
    return pass_on(items)


@transaction.atomic
def end_password(person: User, *, by: User) -> None:
    """Make the old password and open sessions worthless; a link gives a new one."""
    person.set_unusable_password()
    person.save(update_fields=["password"])
    log(person, by, "パスワードを決めるリンクを作りました。")
