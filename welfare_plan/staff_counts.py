"""What waits on the screens of the staff, in words, for the first page."""

from collections.abc import Callable
from datetime import date

from django.db.models import Count, Q

from indicators.models import Observation, RoundItem
from indicators.rights import APPROVE, departments_of, items_to_answer
from indicators.rounds.standing import owed
from initiatives.models import WAITING_STATES, Review
from plans.models import SourceNote


def count_text(url_name: str, person, today: date) -> str:
    """What waits on a screen that the person may open; empty where nothing does."""
    count = _COUNTS.get(url_name)
    return count(person, today) if count else ""


def _owed(items, today):
    """Of rounds that can be answered today: what nobody has handed in."""
    return owed(items.filter(round__closed_at=None, round__opens_on__lte=today))


def _rounds(person, today):
    return _said("未提出", _owed(RoundItem.objects.all(), today).count())


def _own_figures(person, today):
    """Whoever approves may answer everything; theirs is what nobody else owes."""
    items = items_to_answer(person)
    if person.has_perm(APPROVE):
        own = departments_of(person)
        items = items.filter(
            Q(person=person) | Q(department__in=own) | Q(department=None, person=None)
        )
    return _said("未提出", _owed(items, today).count())


def _approvals(person, today):
    waiting = dict.fromkeys(WAITING_STATES, 0)
    for model in (Observation, Review):
        rows = model.objects.filter(state__in=waiting).order_by()
        for state, number in rows.values_list("state").annotate(number=Count("*")):
            waiting[state] += number
    submitted, approved = waiting.values()
    said = (_said("承認待ち", submitted), _said("公開待ち", approved))
    return "、".join(filter(None, said))


def _notes(person, today):
    return _said("まだのもの", SourceNote.objects.filter(settled=False).count())


def _said(word, number):
    return f"{word}：{number:,}件" if number else ""


_COUNTS: dict[str, Callable] = {
    "round-list": _rounds,
    "my-figures": _own_figures,
    "approvals": _approvals,
    "note-work": _notes,
}
