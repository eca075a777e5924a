"""Brings a plan file into the database without touching what staff have edited.

For each record three digests are compared: the file's, the one last loaded, and that
of the record as it stands now. Only a record that nobody edited follows the file.
"""

from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.db.models.deletion import Collector, ProtectedError

from plans.models import LoadedRecord
from plans.publishing import publishing
from welfare_plan.plan_files.reading import Record, read_plan_file
from welfare_plan.plan_files.record_fields import (
    NaturalKeys,
    default_of,
    digest,
    record_fields,
    stored_fields,
)


@dataclass
class LoadReport:
    """What happened to the records of one file, for the person who loaded it."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    left_alone: list[str] = field(default_factory=list)


class _ParentWasDeleted(Exception):
    """Staff deleted the record that this one belongs to."""


def load_plan_file(path: Path) -> LoadReport:
    """Load one file in one transaction: all of it, or, on an error, nothing.

    Raises PlanFileError, naming file, record and field.
    """
    return _FileLoad(path).run()


class _FileLoad:
    """The state of loading one file.

    `loaded` is what earlier loads wrote, `keys` the primary keys of the records met.
    """

    def __init__(self, path):
        self.file_name = path.name
        self.records = read_plan_file(path)
        self.report = LoadReport()
        self.keys = {}
        self.key_of = NaturalKeys()

    def run(self):
        with publishing() as scopes:
            self.scopes = scopes
            self.loaded = {
                (loaded.model_label, loaded.natural_key): loaded
                for loaded in LoadedRecord.objects.all()
            }
            for record in self.records:
                self._load(record)
            self._remove_what_left_the_file()
        return self.report

    def _load(self, record):
        try:
            wanted = self._instance_values(record)
        except _ParentWasDeleted:
            self._leave(record, "属する記録が削除されています")
            return
        loaded = self.loaded.get((record.label, _joined(record.key)))
        fresh = digest(_normalised(record))
        if loaded is not None and loaded.file_name != self.file_name:
            if loaded.digest != fresh:
                raise record.error(
                    f"{loaded.file_name} にも同じ記録があり、内容が違います。"
                    "内容をそろえてください。"
                )
            self.report.unchanged += 1
            return
        current = self._current(record, loaded)
        if current is None and loaded is not None:
            self._leave(record, "このサイトで削除されています")
        elif current is None:
            self._save(record, record.model(), wanted)
            self._remember(record, fresh)
            self.report.created += 1
        else:
            self._follow(record, current, wanted, loaded, fresh)

    def _follow(self, record, current, wanted, loaded, fresh):
        now = digest(record_fields(current, self.key_of))
        if now == fresh:
            self._remember(record, fresh, current.pk)
            self.report.unchanged += 1
        elif loaded is not None and loaded.digest == now:
            self._save(record, current, wanted)
            self._remember(record, fresh)
            self.report.updated += 1
        elif loaded is not None and loaded.digest == fresh:
            # Staff edited it and the file says nothing new.
            self.report.unchanged += 1
        else:
            self._leave(record, "このサイトで編集されています")

    def _current(self, record, loaded):
        """The record as it stands now, also when staff gave it another code."""
        if loaded is not None:
            return record.model.objects.filter(pk=loaded.object_pk).first()
        return self._by_key(record.model, record.key)

    def _by_key(self, model, key):
        try:
            return model.objects.get_by_natural_key(*key)
        except (ObjectDoesNotExist, TypeError):
            return None

    def _instance_values(self, record):
        """Attribute names to values, defaults included, relations as primary keys."""
        values = {}
        for item in stored_fields(record.model):
            given = record.fields.get(item.name)
            if given is None:
                values[item.attname] = default_of(item)
            elif isinstance(item, models.ForeignKey):
                values[item.attname] = self._related_pk(record, item, tuple(given))
            else:
                values[item.attname] = given
        return values

    def _related_pk(self, record, item, key):
        model = item.related_model
        known = self.keys.get((model, key))
        if known is not None:
            return known
        loaded = self.loaded.get((model._meta.label_lower, _joined(key)))
        if loaded is not None:
            if not model.objects.filter(pk=loaded.object_pk).exists():
                raise _ParentWasDeleted
            pk = loaded.object_pk
        else:
            parent = self._by_key(model, key)
            if parent is None:
                raise record.error(
                    f"{model._meta.verbose_name} [{', '.join(key)}] がありません。"
                    "先に書かれているか、コードが正しいかを確かめてください。",
                    item.name,
                )
            pk = parent.pk
        self.keys[model, key] = pk
        return pk

    def _save(self, record, instance, values):
        if instance.pk:
            self.scopes.update(instance.publishing_scopes())
        for name, value in values.items():
            setattr(instance, name, value)
        try:
            instance.full_clean()
        except ValidationError as error:
            raise _first_problem(record, error) from error
        instance.save()
        self.scopes.update(instance.publishing_scopes())
        self.keys[record.model, record.key] = instance.pk

    def _remember(self, record, fresh, pk=None):
        key = (record.label, _joined(record.key))
        pk = pk or self.keys[record.model, record.key]
        loaded = self.loaded.get(key)
        if loaded and (loaded.digest, loaded.object_pk) == (fresh, pk):
            return
        self.loaded[key], _ = LoadedRecord.objects.update_or_create(
            model_label=record.label,
            natural_key=_joined(record.key),
            defaults={
                "file_name": self.file_name,
                "object_pk": pk,
                "digest": fresh,
            },
        )

    def _remove_what_left_the_file(self):
        """Delete unedited records that a newer file no longer holds, children first."""
        here = {(record.label, _joined(record.key)) for record in self.records}
        gone = [
            loaded
            for key, loaded in self.loaded.items()
            if loaded.file_name == self.file_name and key not in here
        ]
        for loaded in sorted(gone, key=lambda loaded: -loaded.pk):
            self._remove(loaded)

    def _remove(self, loaded):
        model = LoadedRecord._meta.apps.get_model(loaded.model_label)
        current = model.objects.filter(pk=loaded.object_pk).first()
        if current is None:
            loaded.delete()
            return
        edited = digest(record_fields(current, self.key_of)) != loaded.digest
        if edited or _has_dependants(current):
            self.report.left_alone.append(
                f"{current}（ファイルからなくなりましたが、"
                "このサイトで編集または使用されています）"
            )
            return
        self.scopes.update(current.publishing_scopes())
        current.delete()
        loaded.delete()
        self.report.removed += 1

    def _leave(self, record, why):
        self.report.left_alone.append(
            f"{record.model._meta.verbose_name} {_joined(record.key)}（{why}）"
        )


def _joined(key):
    return " ".join(key)


def _normalised(record: Record) -> dict:
    """The record's fields in the form of `record_fields`: defaults left out."""
    return {
        item.name: record.fields[item.name]
        for item in stored_fields(record.model)
        if item.name in record.fields
        and record.fields[item.name] not in (None, "", default_of(item))
    }


def _first_problem(record, error):
    messages = getattr(error, "message_dict", {"": error.messages})
    name, texts = next(iter(messages.items()))
    return record.error(texts[0], "" if name == "__all__" else name)


def _has_dependants(instance) -> bool:
    """Whether deleting the instance would delete or orphan anything else."""
    collector = Collector(using=instance._state.db)
    try:
        collector.collect([instance])
    except ProtectedError:
        return True
    others = sum(len(found) for found in collector.data.values()) - 1
    return bool(others) or any(found.exists() for found in collector.fast_deletes)
