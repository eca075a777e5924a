"""What the planning section does with a round: opens, updates, closes, assigns."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from indicators.models import CollectionRound, RoundItem
from indicators.rounds.asking import Asked, asked_of
from indicators.rounds.standing import MISSING, with_state
from plans.versions import version_of


@transaction.atomic
def open_round(round_: CollectionRound, *, by) -> int:
    """Save a new round with all that it asks for; how many items it has."""
    round_.full_clean()
    round_.save()
    return len(_add(round_, asked_of(round_), by))


@dataclass(frozen=True)
class Changes:
    """How the plans have moved on since a round was made."""

    new: list[Asked]
    dropped: list[RoundItem]  # no longer asked for, and nobody answered
    kept: list[RoundItem]  # no longer asked for, but answered
    found: list[tuple[RoundItem, int]]  # items whose department is known by now

    def __bool__(self):
        return bool(self.new or self.dropped or self.found)


def changes_of(round_: CollectionRound) -> Changes:
    """What bringing a round up to date would do."""
    asked = {(row.kind, row.subject): row for row in asked_of(round_)}
    items = list(
        with_state(round_.items.all())
        .select_related(*RoundItem.SUBJECTS)
        .prefetch_related("evidence")
    )
    there = {_key(item): item for item in items}
    gone = [item for key, item in there.items() if key not in asked]
    dropped = [i for i in gone if i.state == MISSING and not i.evidence.all()]
    return Changes(
        new=[row for key, row in asked.items() if key not in there],
        dropped=dropped,
        kept=[item for item in gone if item not in dropped],
        found=[
            (item, asked[key].department)
            for key, item in there.items()
            if key in asked
            and not (item.department_id or item.person_id)
            and asked[key].department
        ],
    )


@transaction.atomic
def bring_up_to_date(round_: CollectionRound, *, by) -> Changes:
    """Ask for what is new, drop what is gone unless somebody answered it."""
    lock(round_)
    changes = changes_of(round_)
    _add(round_, changes.new, by)
    for item in changes.dropped:
        item.delete()
    for item, department in changes.found:
        item.department_id = department
        item.save()
    return changes


@transaction.atomic
def close(round_: CollectionRound, *, at=None) -> None:
    """End a round: nobody is reminded any more, nobody can enter."""
    _set_closed(round_, at or timezone.now(), "この照会は、すでに終えています。")


@transaction.atomic
def reopen(round_: CollectionRound) -> None:
    _set_closed(round_, None, "この照会は、もう開いています。")


def _set_closed(round_, closed_at, refusal):
    stored = lock(round_)
    if bool(stored.closed_at) == bool(closed_at):
        raise ValidationError(refusal)
    stored.closed_at = round_.closed_at = closed_at
    stored.save()


KEEP = object()  # in the place of a department or a person: whatever is there


@transaction.atomic
def assign(item: RoundItem, *, version: str, department=KEEP, person=KEEP) -> None:
    """Give an item to a department, a person or both; None takes it from them.

    Without a department the planning section answers, without a person the department.
    Refuses where somebody else gave it away since `version` was shown.
    """
    rows = RoundItem.objects.select_for_update().filter(pk=item.pk)
    # In the model's own order the round would be locked as well.
    stored = rows.order_by("pk").first()
    if stored is None:
        raise ValidationError("この項目は、照会から外されました。")
    if version != version_of(stored):
        raise ValidationError(
            "ほかの人が先に変えました。今の担当を確かめて、もう一度選んでください。"
        )
    if department is not KEEP and department != stored.department:
        # Whoever was named belongs to the department that had it before.
        stored.department, stored.person = department, None
    if person is not KEEP:
        stored.person = person
    stored.save()


def lock(round_: CollectionRound) -> CollectionRound:
    """Hold the stored row until the transaction ends."""
    return CollectionRound.objects.select_for_update().get(pk=round_.pk)


def _key(item):
    kind = next(k for k in RoundItem.SUBJECTS if getattr(item, f"{k}_id"))
    return kind, getattr(item, f"{kind}_id")


def _add(round_, asked, by):
    items = [
        RoundItem(
            round=round_,
            department_id=row.department,
            **{f"{row.kind}_id": row.subject},
        )
        for row in asked
    ]
    return bulk_create_with_history(items, RoundItem, default_user=by)
