"""Writing to those who owe something: on the days of the schedule, or at once."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Max

from indicators.models import CollectionRound, Reminder
from indicators.rounds.mails import reminder, send
from indicators.rounds.recipients import Recipient, recipients
from indicators.rounds.stages import is_due, is_too_soon


@dataclass
class Outcome:
    """What came of a round's reminders."""

    sent: list[Recipient] = field(default_factory=list)
    failed: list[Recipient] = field(default_factory=list)
    too_soon: date | None = None  # the last message to somebody left out
    nobody: bool = False  # nobody owes anything, or nobody has an address


def due_recipients(round_: CollectionRound, today: date) -> list[Recipient]:
    """Those whom the schedule says to write to today, each with the due parts only.

    What was written about one department does not answer for another, but puts it off.
    """
    last = _last_messages(round_)
    return _with_parts(
        _free(recipients(round_), last, today),
        lambda to, pk: is_due(
            today, round_.opens_on, round_.due_on, last.get((to.address, pk))
        ),
    )


def send_due(round_: CollectionRound, today: date) -> Outcome:
    """Write to all whom the schedule names today."""
    outcome = Outcome()
    for to in due_recipients(round_, today):
        _write(outcome, round_, to, today, by=None)
    return outcome


def send_now(round_: CollectionRound, today: date, *, by, departments=None) -> Outcome:
    """Write because somebody pressed the button: nobody twice within five days."""
    outcome = Outcome()
    last = _last_messages(round_)
    found = recipients(round_, departments)
    outcome.nobody = not found
    free = _free(found, last, today)
    held_back = [_last_to(to.address, last) for to in found if to not in free]
    outcome.too_soon = max(held_back, default=None)
    for to in free:
        _write(outcome, round_, to, today, by=by)
    return outcome


def _free(found, last, today):
    """Those who may be written to: whatever the last message was about, it counts."""
    return [to for to in found if not is_too_soon(today, _last_to(to.address, last))]


def _last_to(address, last):
    days = [day for (written_to, _), day in last.items() if written_to == address]
    return max(days, default=None)


def _with_parts(found, is_wanted):
    """The recipients with the wanted parts only; those without any are left out."""
    for to in found:
        to.parts = [part for part in to.parts if is_wanted(to, part[0])]
    return [to for to in found if to.parts]


def _last_messages(round_) -> dict[tuple[str, int | None], date]:
    rows = round_.reminders.values_list("address", "department_id")
    return {(a, d): day for a, d, day in rows.annotate(Max("sent_on")).order_by()}


def _write(outcome, round_, to, today, *, by):
    """Claim the message, then send it, so that two runs at once send it once."""
    claimed = _claim(round_, to, today, by)
    if not claimed:
        return
    parts = [(name, count) for _, name, count in to.parts]
    if send(reminder(to.address, round_, parts, today)):
        outcome.sent.append(to)
    else:
        Reminder.objects.filter(pk__in=claimed).delete()
        outcome.failed.append(to)


@transaction.atomic
def _claim(round_, to, today, by):
    """Record the message unless somebody else has just written; the new rows' keys."""
    CollectionRound.objects.select_for_update().get(pk=round_.pk)
    if not _free([to], _last_messages(round_), today):
        return []
    return [
        Reminder.objects.create(
            round=round_,
            department_id=pk,
            person=to.person,
            address=to.address,
            item_count=count,
            sent_on=today,
            sent_by=by,
        ).pk
        for pk, _, count in to.parts
    ]
