"""What a 管理者 may not do to a person. Each refusal is one sentence."""

from collections.abc import Iterator

from django.contrib.auth.models import User

from welfare_plan.people.departments import DepartmentWords
from welfare_plan.people.profiles import Profile
from welfare_plan.roles import ADMINISTRATOR, DEPARTMENT

NOT_YOURS = (
    "システム管理者（全権）の登録は、ここでは変えられません。"
    "システム管理者に頼んでください。"
)
LAST_ADMINISTRATOR = (
    "利用できる管理者がいなくなるため、保存しませんでした。"
    "先に、ほかの人を管理者にしてください。"
)
OWN_ROLES = "自分の役割と所属は、自分では変えられません。ほかの管理者に頼んでください。"
NO_DEPARTMENT = (
    "「担当課」の人には所属が必要です。課を1つ以上選んでください。"
    "どの課にも属さなくなる人は、役割を変えるか、利用を停止してください。"
)
OWN_STOP = "自分の利用は停止できません。ほかの管理者に頼んでください。"


def may_change(person: User | None, by: User) -> bool:
    """Whether a 管理者 may touch a person at all; everybody may be made anew."""
    return person is None or by.is_superuser or not person.is_superuser


def refusals(
    person: User | None,
    before: Profile | None,
    after: Profile,
    *,
    by: User,
    departments: DepartmentWords,
) -> Iterator[tuple[str, str]]:
    """Field and sentence of whatever stands against a change.

    `person` and `before` are None for somebody new. The last 管理者 is not looked at
    here: that depends on all changes of one file together.
    """
    if before == after:
        return
    if not may_change(person, by):
        yield "name", NOT_YOURS
        return
    if person is not None and person.pk == by.pk:
        yield from _own_refusals(before, after, is_superuser=by.is_superuser)
    yield from _role_refusals(person, after)
    joined = after.departments - (before.departments if before else frozenset())
    for department in sorted(joined, key=str):
        if not departments.exists(department):
            yield "departments", departments.why_not(department)


def _own_refusals(before, after, *, is_superuser):
    if not after.is_active:
        yield "is_active", OWN_STOP
    if is_superuser:
        return
    for name in ("roles", "departments"):
        if getattr(before, name) != getattr(after, name):
            yield name, OWN_ROLES


def _role_refusals(person, after):
    is_superuser = person is not None and person.is_superuser
    if not after.roles and not is_superuser:
        yield "roles", "役割を1つ以上選んでください。"
    if DEPARTMENT in after.roles and not after.departments and after.is_active:
        yield "departments", NO_DEPARTMENT


def administrators():
    """The 管理者 who can log in; whoever has all rights is not counted."""
    return User.objects.filter(groups__name=ADMINISTRATOR, is_active=True)
