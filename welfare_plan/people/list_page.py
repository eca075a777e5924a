"""The list of people: filters, rows with ready words, pages."""

from collections.abc import Callable

from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse

from initiatives.models import Membership
from plans.page_steps import page_steps_of
from plans.places import MOST_OPTIONS
from welfare_plan.people.departments import DepartmentWords
from welfare_plan.people.profiles import (
    NOTHING,
    active_text,
    profile_of,
    with_profiles,
    words_of,
)
from welfare_plan.people.rules import may_change
from welfare_plan.roles import ROLES

PER_PAGE = 50
ALL = "all"
_ACTIVE = {"": "利用中の人", "stopped": "停止中の人", ALL: "すべての人"}


def list_page(
    query: QueryDict,
    *,
    by: User,
    departments: DepartmentWords,
    in_which: Callable[[list[User]], DepartmentWords] | None = None,
) -> dict:
    """`in_which` reads the departments of some people, where there are too many to be
    offered: `departments` are none then."""
    people = with_profiles(_chosen(query, departments).order_by("username"))
    page = Paginator(people, PER_PAGE).get_page(query.get("page"))
    page.object_list = list(page.object_list)
    words = in_which(page.object_list) if in_which else departments
    return {
        "filters": _filters(query, departments),
        "q": query.get("q", ""),
        "found": f"{page.paginator.count}人が見つかりました。",
        "rows": [_row(person, by, words) for person in page.object_list],
        "pager": page_steps_of(page, query),
    }


def _chosen(query, departments) -> QuerySet[User]:
    people = User.objects.all()
    if word := query.get("q", "").replace("\0", "").strip():
        people = people.filter(
            Q(username__icontains=word)
            | Q(last_name__icontains=word)
            | Q(first_name__icontains=word)
            | Q(email__icontains=word)
            | Q(pk__in=_in_departments_named(word))
        )
    if (role := query.get("role")) in ROLES:
        people = people.filter(groups__name=role)
    if (department := query.get("department", "")) in _keys(departments):
        people = people.filter(memberships__department=int(department))
    active = query.get("active", "")
    return people if active == ALL else people.filter(is_active=active != "stopped")


def _in_departments_named(word):
    """By their department or its publisher; a nation has more than a box can offer."""
    named = Q(department__name__icontains=word)
    named |= Q(department__publisher__name__icontains=word)
    return Membership.objects.filter(named).order_by().values("user")


def _keys(departments):
    return {str(pk) for pk in departments.all}


def _filters(query, departments):
    """The three choices above the list, each with what is chosen."""
    of_departments = {"": "すべての課"}
    if len(departments.all) <= MOST_OPTIONS:
        of_departments |= {
            str(pk): departments.word(one) for pk, one in departments.all.items()
        }
    of_roles = {"": "すべての役割"} | {role: role for role in ROLES}
    filters = [
        _filter("department", "所属", of_departments, query),
        _filter("role", "役割", of_roles, query),
        _filter("active", "利用", _ACTIVE, query),
    ]
    return [each for each in filters if len(each["options"]) > 1]


def _filter(name, label, options, query):
    chosen = query.get(name, "")
    return {
        "name": name,
        "label": label,
        "options": [
            {"value": value, "text": text, "chosen": value == chosen}
            for value, text in options.items()
        ],
    }


def _row(person, by, departments):
    profile = profile_of(person)
    said = words_of(profile, departments)
    return {
        "name": profile.name or person.username,
        "login": person.username,
        "mail": profile.mail or NOTHING,
        "roles": "システム管理者（全権）" if person.is_superuser else said["roles"],
        "departments": said["departments"],
        "active": active_text(profile.is_active),
        "is_active": profile.is_active,
        "url": reverse(
            "person-edit" if may_change(person, by) else "person-changes",
            args=[person.pk],
        ),
    }
