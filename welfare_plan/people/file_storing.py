"""Stores a file of people: everything, or nothing where one row cannot be stored."""

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from welfare_plan.people.actions import change_in, changing_people, create_in
from welfare_plan.people.file_plan import CHANGED, NEW, WRONG, digest_of, planned
from welfare_plan.people.file_rows import TypedRow


class NotAsLookedAt(Exception):
    """What the file would do is no longer what the preview said."""


def store(rows: list[TypedRow], *, by: User, looked_at: str) -> dict[str, int]:
    """How many people are new and changed.

    `looked_at` is the digest of the plan that `by` confirmed. Raises NotAsLookedAt, or
    ValidationError where nobody would be left to look after the people.
    """
    with changing_people() as departments:
        plan = planned(rows, by=by, departments=departments)
        if digest_of(plan) != looked_at:
            raise NotAsLookedAt
        if any(row.kind == WRONG for row in plan):
            raise ValidationError("エラーの行があるため、保存しませんでした。")
        for row in plan:
            if row.kind == NEW:
                create_in(departments, row.login, row.after, by=by)
            if row.kind == CHANGED:
                change_in(departments, row.person, row.after, by=by)
    return {kind: sum(row.kind == kind for row in plan) for kind in (NEW, CHANGED)}
