"""The pages of one person: head and ways on, what they leave, what was changed."""

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from indicators.rights import with_predecessors
from plans.fiscal_year import day_text, era_text
from plans.person_names import person_name
from welfare_plan.people.departments import DepartmentWords
from welfare_plan.people.handover import open_items
from welfare_plan.people.profiles import (
    LABELS,
    Profile,
    active_text,
    changed_parts,
    words_of,
)

_CHANGES_SHOWN = 200
_BY_THE_PLANNING_SECTION = "計画担当"


def head_of(person: User) -> dict:
    """Who the page is about, and what else can be done with them."""
    name = person_name(person)
    ways = [("person-edit", "登録内容"), ("person-changes", "変更の記録")]
    if person.is_active:
        ways[1:1] = [
            ("person-transfer", "異動"),
            ("person-link", "パスワード"),
            ("person-second-factor", "2段階の確認"),
            ("person-stop", "利用の停止"),
        ]
    else:
        ways[1:1] = [("person-resume", "利用の再開")]
    return {
        "person_name": name,
        "login": person.username,
        "active": active_text(person.is_active),
        "ways": [
            {"url": reverse(url, args=[person.pk]), "word": word} for url, word in ways
        ],
        "crumbs": crumbs_to(name),
    }


def crumbs_to(label: str) -> list[dict]:
    """The way from the first page of the staff to a page below the list of people."""
    return [
        {"url": reverse("staff-home"), "label": "職員のトップ"},
        {"url": reverse("people"), "label": "職員"},
        {"url": None, "label": label},
    ]


def left_items(person: User) -> list[dict]:
    """Each open item that names the person, and who answers it once they go."""
    return [
        {
            "subject": str(item.subject),
            "round": era_text(item.round.fiscal_year),
            "to": str(item.department or _BY_THE_PLANNING_SECTION),
        }
        for item in open_items(person)
    ]


def items_by_department(person: User, departments: DepartmentWords) -> list[dict]:
    """For each department of the person: how many open items would stay with it."""
    owing = [item.department_id for item in open_items(person)]
    found = []
    for membership in person.memberships.all():
        theirs = with_predecessors({membership.department_id})
        count = sum(pk in theirs for pk in owing)
        if count:
            word = departments.word(membership.department)
            found.append({"word": word, "count": f"{count}件"})
    return found


def changes_of(person: User) -> list[dict]:
    """When, who and what, newest first."""
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(User), object_id=str(person.pk)
    ).select_related("user")[:_CHANGES_SHOWN]
    return [
        {
            "when": _moment_text(entry.action_time),
            "who": person_name(entry.user),
            "what": entry.get_change_message(),
        }
        for entry in entries
    ]


def _moment_text(moment):
    local = timezone.localtime(moment)
    return f"{day_text(local.date())} {local:%H:%M}"


def conflict_rows(
    seen_now: Profile, typed: Profile, departments: DepartmentWords
) -> list[dict]:
    """Where what is stored now differs from what was typed, both in words."""
    now, mine = words_of(seen_now, departments), words_of(typed, departments)
    return [
        {"label": LABELS[name], "now": now[name], "typed": mine[name]}
        for name in changed_parts(seen_now, typed)
    ]
