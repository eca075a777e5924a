"""Records that every connection sees, for tests of people at the same moment."""

from contextlib import contextmanager
from functools import partial

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from indicators.models import CollectionRound, Observation, Reminder, RoundItem, Target
from initiatives.models import Department, Initiative, Membership
from plans.models import (
    BasicPolicy,
    Measure,
    PageRevision,
    Plan,
    Publisher,
    SourceDocument,
)

# Each before those that it hangs on.
_MODELS = (
    LogEntry,
    Reminder,
    RoundItem,
    CollectionRound,
    Observation,
    Target,
    Initiative,
    Measure,
    BasicPolicy,
    Plan,
    Membership,
    Department,
    Publisher,
    SourceDocument,
    User,
    PageRevision,
)


@contextmanager
def committed_records(at_once):
    """Gives a function that makes committed records; all are deleted at the end.

    `at_once` runs functions in threads whose connections commit.
    """
    (before,) = at_once(_keys)
    yield lambda make: at_once(make)[0]
    at_once(partial(_delete_since, before))


def _keys():
    return {model: set(model.objects.values_list("pk", flat=True)) for model in _MODELS}


def _delete_since(before):
    for model in _MODELS:
        found = model.objects.exclude(pk__in=before[model])
        history = getattr(model, "history", None)
        # A history keeps the person who wrote it: it goes first, and after the row.
        if history is not None:
            history.filter(id__in=found.values("pk")).delete()
        for row in found:
            row.delete()
        if history is not None:
            history.exclude(id__in=before[model]).delete()
