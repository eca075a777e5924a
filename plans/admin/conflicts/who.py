"""Who changed a record last: asked of the admin's log and of the record's history."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone

from plans.person_names import person_name

# A change is dated when it is saved and seen when it is committed: somebody may have
# opened the page in between.
_UNSEEN = timedelta(seconds=30)


@dataclass(frozen=True)
class Change:
    user: AbstractUser
    moment: datetime


def last_change(records, since) -> Change | None:
    """The last time that a person saved one of the records, unseen at `since`."""
    unseen = since - _UNSEEN
    found = [_logged(records, unseen), *_in_histories(records, unseen)]
    return max(filter(None, found), key=lambda one: one.moment, default=None)


def saved_by(records, user, since) -> str:
    """Who saved one of the records last, and when, after `since`."""
    change = last_change(records, since)
    if change is None:
        return (
            "だれが変えたかは、この管理画面の記録からは分かりません"
            "（取り込みなどでも変わります）。"
        )
    who = (
        "あなたが別の画面で"
        if change.user == user
        else f"{person_name(change.user)}さんが"
    )
    return f"{who}{moment_text(change.moment)}に変えました。"


def moment_text(moment) -> str:
    local = timezone.localtime(moment)
    return f"{local.month}月{local.day}日{local.hour}時{local.minute:02}分"


def _logged(records, since):
    ours = Q(pk=None)
    for record in records:
        kind = ContentType.objects.get_for_model(record)
        ours |= Q(content_type=kind, object_id=str(record.pk))
    entries = LogEntry.objects.filter(ours, action_time__gt=since)
    entry = entries.select_related("user").order_by("-action_time").first()
    return entry and Change(entry.user, entry.action_time)


def _in_histories(records, since):
    """What was saved on screens that write no log; one query for each model."""
    keys = defaultdict(list)
    for record in records:
        if hasattr(type(record), "history"):
            keys[type(record)].append(record.pk)
    for model, pks in keys.items():
        rows = model.history.filter(id__in=pks, history_date__gt=since)
        rows = rows.filter(history_user__isnull=False).select_related("history_user")
        if row := rows.order_by("-history_date").first():
            yield Change(row.history_user, row.history_date)
