"""Removes records that a newer plan file no longer holds: unedited and unused ones."""

from django.db.models.deletion import Collector, ProtectedError

from plans.models import LoadedRecord, SearchEntry
from welfare_plan.plan_files.record_fields import digest, record_fields


def remove_entries(
    entries: list[LoadedRecord], key_of, scopes: set, why: str
) -> tuple[list, list]:
    """Delete the entries and what they stand for, as far as nothing needs it.

    Children first, and again until nothing more goes. Adds to `scopes` what that
    changes; the history says `why`. Returns the entries that stay and those that went,
    each with its record; None where staff had deleted that.
    """
    left = [(entry, None) for entry in sorted(entries, key=lambda entry: -entry.pk)]
    removed = []
    while True:
        staying = []
        for entry, _ in left:
            current = stands_for(entry)
            if current is not None and not _may_go(entry, current, key_of):
                staying.append((entry, current))
                continue
            if current is not None:
                scopes.update(current.publishing_scopes())
                current.history_reason = why
                current.delete()
            entry.delete()
            removed.append((entry, current))
        if len(staying) == len(left):
            return staying, removed
        left = staying


def _may_go(entry, current, key_of):
    is_edited = digest(record_fields(current, key_of)) != entry.digest
    return not is_edited and not _has_dependants(current)


def stands_for(loaded):
    """The record that an entry was written for, or None where it was deleted."""
    model = LoadedRecord._meta.apps.get_model(loaded.model_label)
    return model.objects.filter(pk=loaded.object_pk).first()


def _has_dependants(instance) -> bool:
    """Whether deleting the instance would delete or orphan anything else."""
    collector = Collector(using=instance._state.db)
    try:
        collector.collect([instance])
    except ProtectedError:
        return True
    others = sum(len(found) for found in collector.data.values()) - 1
    return bool(others) or any(
        found.exists()
        for found in collector.fast_deletes
        if found.model is not SearchEntry  # made from the record itself
    )
