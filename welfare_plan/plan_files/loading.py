"""Brings a plan file into the database without touching what staff have edited.

For each record three digests are compared: the file's, the one last loaded, and that
of the record as it stands now. Only a record that nobody edited follows the file.
"""

from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models

from plans.history_reasons import reason_of_loading
from plans.models import LoadedRecord, Plan, SourceNote
from plans.note_subjects import note_subjects
from plans.publishing import publishing
from welfare_plan.plan_files.reading import read_plan_file
from welfare_plan.plan_files.record_fields import (
    NaturalKeys,
    default_of,
    digest,
    given_fields,
    record_fields,
    stored_fields,
)
from welfare_plan.plan_files.removing import remove_entries, stands_for


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


def load_plan_file(
    path: Path, *, may_remove: bool = False, beside: frozenset[str] = frozenset()
) -> LoadReport:
    """Load one file in one transaction: all of it, or, on an error, nothing.

    Records that a newer file no longer holds are removed only with `may_remove`; else
    they are listed. `beside` names the files loaded together with this one, which must
    agree on what they share; a file of another name takes over what it holds. Raises
    PlanFileError, naming file, record and field.
    """
    return _FileLoad(path, may_remove, beside).run()


class _FileLoad:
    """The state of loading one file.

    `loaded` is what earlier loads wrote, `keys` the primary keys of the records met.
    """

    def __init__(self, path, may_remove, beside):
        self.file_name, self.may_remove, self.beside = path.name, may_remove, beside
        self.reason = reason_of_loading(self.file_name)
        self.records = read_plan_file(path)
        self.report = LoadReport()
        self.keys = {}
        self.current_keys = NaturalKeys()

    def run(self):
        with publishing() as scopes:
            self.scopes = scopes
            self.loaded = {
                (loaded.model_label, loaded.natural_key): loaded
                for loaded in LoadedRecord.objects.all()
            }
            self.loaded_keys = {
                (loaded.model_label, loaded.object_pk): tuple(
                    loaded.natural_key.split(" ")
                )
                for loaded in self.loaded.values()
            }
            self._follow_new_codes()
            known = {key for _, key in self.loaded}
            # Before, since a record under a new code may take the place of an old
            # one; after, since a moved record may have been the last to use another.
            self._remove_what_left_the_file()
            for record in self.records:
                self._load(record)
            self._check_notes(known)
            for loaded, current in self._remove_what_left_the_file():
                self._leave_what_left_the_file(loaded, current)
        return self.report

    def _follow_new_codes(self):
        """A record that staff gave the code by which the file knows it now.

        It keeps its one entry, under the new code, so that nothing takes it for gone.
        """
        for record in self.records:
            key = (record.label, _joined(record.key))
            current = (
                None if key in self.loaded else self._by_key(record.model, record.key)
            )
            old_key = current and self.loaded_keys.get((record.label, current.pk))
            if not old_key:
                continue
            loaded = self.loaded.pop((record.label, _joined(old_key)))
            loaded.natural_key = key[1]
            loaded.save()
            self.loaded[key] = loaded
            self.loaded_keys[record.label, current.pk] = record.key

    def key_of(self, model, pk):
        """The key that a related record was loaded by; its own if it never was.

        A parent that staff gave another code is thus no edit of its children.
        """
        loaded = self.loaded_keys.get((model._meta.label_lower, pk))
        return loaded or self.current_keys(model, pk)

    def _load(self, record):
        try:
            wanted = self._instance_values(record)
        except _ParentWasDeleted:
            self._leave(record, "属する記録が削除されています")
            return
        loaded = self.loaded.get((record.label, _joined(record.key)))
        fresh = digest(given_fields(record))
        if loaded is not None and loaded.file_name in self.beside - {self.file_name}:
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
        instance.history_reason = self.reason
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
        wanted = (self.file_name, pk, fresh)
        if loaded and (loaded.file_name, loaded.object_pk, loaded.digest) == wanted:
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
        self.loaded_keys[record.label, pk] = record.key

    def _remove_what_left_the_file(self):
        """Delete unedited, unused records that a newer file no longer holds.

        Returns those that are still there, with the records they stand for.
        """
        here = {(record.label, _joined(record.key)) for record in self.records}
        gone = [
            loaded
            for key, loaded in self.loaded.items()
            if loaded.file_name == self.file_name and key not in here
        ]
        if not self.may_remove:
            return [(loaded, stands_for(loaded)) for loaded in gone]
        left, removed = remove_entries(gone, self.key_of, self.scopes, self.reason)
        for loaded, _ in removed:
            del self.loaded[loaded.model_label, loaded.natural_key]
        self.report.removed += sum(record is not None for _, record in removed)
        return left

    def _leave_what_left_the_file(self, loaded, current):
        """List a record that is no longer in its file but stays on the site."""
        if current is not None:
            self.report.left_alone.append(
                f"{current}（ファイルからなくなりました。"
                "使われていなければ、--remove を付けると削除します）"
            )

    def _check_notes(self, known):
        """Refuse a source note about a record that its plan does not have.

        `known` are the keys of all records that the plan had before this load.
        """
        for record in self.records:
            code = record.fields.get("about_code")
            if record.model is not SourceNote or not code:
                continue
            (slug,) = record.fields["plan"]
            plan = Plan.objects.filter(slug=slug).first()
            if f"{slug} {code}" in known or plan is None:
                continue
            if code not in note_subjects(record.fields.get("about_kind", ""), plan):
                raise record.error(
                    f"この計画に、コードが {code} の記録はありません。", "about_code"
                )

    def _leave(self, record, why):
        self.report.left_alone.append(
            f"{record.model._meta.verbose_name} {_joined(record.key)}（{why}）"
        )


def _joined(key):
    return " ".join(key)


def _first_problem(record, error):
    messages = getattr(error, "message_dict", {"": error.messages})
    name, texts = next(iter(messages.items()))
    return record.error(texts[0], "" if name == "__all__" else name)
