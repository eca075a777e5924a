"""What the site keeps of a person, as one value that can be compared and said."""

import hashlib
from dataclasses import dataclass, fields

from django.contrib.auth.models import User
from django.db.models import Prefetch, QuerySet

from initiatives.models import Department, Membership
from plans.person_names import full_name
from welfare_plan.people.departments import DepartmentWords
from welfare_plan.roles import ROLES


@dataclass(frozen=True)
class Profile:
    """A person as a 管理者 sees and changes them."""

    name: str
    mail: str
    roles: frozenset[str]
    departments: frozenset[Department]
    is_active: bool = True


LABELS = {
    "name": "氏名",
    "mail": "メール",
    "roles": "役割",
    "departments": "所属",
    "is_active": "利用",
}
NOTHING = "なし"


def with_profiles(people: QuerySet[User]) -> QuerySet[User]:
    """People with all that `profile_of` reads, in a bounded number of queries."""
    memberships = Membership.objects.select_related("department__publisher")
    return people.prefetch_related("groups", Prefetch("memberships", memberships))


def profile_of(person: User) -> Profile:
    return Profile(
        name=full_name(person),
        mail=person.email,
        roles=frozenset(group.name for group in person.groups.all()) & ROLES.keys(),
        departments=frozenset(one.department for one in person.memberships.all()),
        is_active=person.is_active,
    )


def words_of(profile: Profile, departments: DepartmentWords) -> dict[str, str]:
    """Each part of a profile in words, under the name of its field."""
    return {
        "name": profile.name or NOTHING,
        "mail": profile.mail or NOTHING,
        "roles": roles_text(profile.roles) or NOTHING,
        "departments": departments.words(profile.departments) or NOTHING,
        "is_active": active_text(profile.is_active),
    }


def roles_text(roles) -> str:
    return "、".join(role for role in ROLES if role in roles)


def active_text(is_active: bool) -> str:
    return "利用中" if is_active else "停止中"


def differences(
    before: Profile, after: Profile, departments: DepartmentWords
) -> list[str]:
    """What changed, a sentence for each part: 所属：「福祉課」→「なし」."""
    old, new = words_of(before, departments), words_of(after, departments)
    return [
        f"{LABELS[name]}：「{old[name]}」→「{new[name]}」"
        for name in changed_parts(before, after)
    ]


def changed_parts(before: Profile, after: Profile) -> list[str]:
    return [
        field.name
        for field in fields(Profile)
        if getattr(before, field.name) != getattr(after, field.name)
    ]


def version_of(profile: Profile) -> str:
    """Equal for equal profiles; tells a form whether somebody changed the person."""
    keys = sorted(department.pk for department in profile.departments)
    parts = (profile.name, profile.mail, sorted(profile.roles), keys, profile.is_active)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]
