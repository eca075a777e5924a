"""What a file of people would do, row by row, before anything is stored."""

import hashlib
from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError

from welfare_plan.people import rules
from welfare_plan.people.departments import DepartmentWords
from welfare_plan.people.file_cells import read_row
from welfare_plan.people.file_rows import COLUMNS, LOGIN, TypedRow
from welfare_plan.people.logins import Logins
from welfare_plan.people.profiles import (
    LABELS,
    Profile,
    differences,
    profile_of,
    with_profiles,
    words_of,
)

NEW, CHANGED, UNCHANGED, WRONG = "新規", "変更", "変更なし", "エラー"
_COLUMN_OF = {name: column for column, name in COLUMNS.items()}


@dataclass(frozen=True)
class PlannedRow:
    """One row: what it does, and in words what changes or what is wrong."""

    number: int
    login: str
    kind: str
    said: tuple[str, ...]
    person: User | None = None
    after: Profile | None = None


def planned(
    rows: list[TypedRow], *, by: User, departments: DepartmentWords
) -> list[PlannedRow]:
    """What each row would do; three queries beside those of the people."""
    logins = [row.login for row in rows]
    stored = with_profiles(User.objects.filter(username__in=logins))
    people = {person.username: person for person in stored}
    often, known = Counter(logins), Logins(filter(None, logins))

    def wrong_logins(login):
        if login in people and often[login] == 1:
            return []
        return _wrong_logins(login, often[login], known)

    return [
        _planned(row, people.get(row.login), wrong_logins(row.login), by, departments)
        for row in rows
    ]


def _planned(row, person, wrong_logins, by, departments):
    before = profile_of(person) if person else None
    after, wrong = read_row(row, before, departments)
    wrong = wrong_logins + wrong
    if not wrong:
        wrong = [
            (_COLUMN_OF[field], sentence)
            for field, sentence in rules.refusals(
                person, before, after, by=by, departments=departments
            )
        ]
    if wrong:
        said = tuple(
            f"{row.number}行目「{column}」：{sentence}" for column, sentence in wrong
        )
        return PlannedRow(row.number, row.login, WRONG, said)
    kind, said = _effect(before, after, departments)
    return PlannedRow(row.number, row.login, kind, tuple(said), person, after)


def _wrong_logins(login, times, known):
    if not login:
        return [(LOGIN, "ログイン名を書いてください。")]
    if times > 1:
        return [(LOGIN, f"「{login}」が{times}行あります。1人を1行にしてください。")]
    try:
        UnicodeUsernameValidator()(login)
    except ValidationError:
        return [(LOGIN, "使える記号は @ . + - _ だけです。")]
    if len(login) > 150:
        return [(LOGIN, "ログイン名は150字までです。")]
    mistaken = known.mistaken_for(login)
    return [(LOGIN, mistaken)] if mistaken else []


def _effect(before, after, departments):
    if before is None:
        said = words_of(after, departments)
        return NEW, [f"{LABELS[name]}：{text}" for name, text in said.items()]
    said = differences(before, after, departments)
    return (CHANGED if said else UNCHANGED), said


def digest_of(plan: list[PlannedRow]) -> str:
    """Equal for plans that would do the same: what was looked at is what is stored."""
    text = repr([(row.number, row.login, row.kind, row.said) for row in plan])
    return hashlib.sha256(text.encode()).hexdigest()
