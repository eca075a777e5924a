"""One record three times: as a page was opened, as it is stored, as it was typed."""

from dataclasses import dataclass

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import Model
from django.forms import CheckboxInput, ModelForm
from django.forms.models import InlineForeignKeyField

from plans.versions import changed_fields, version_of


@dataclass(frozen=True)
class Compared:
    """`stored` is None for a record that is gone; `form` has been cleaned.

    The form holds a record of its own: cleaning writes what was typed into it.
    """

    form: ModelForm
    version: str | None
    stored: Model | None

    @property
    def changed_elsewhere(self) -> set[str]:
        """The fields that somebody else changed; all where nobody knows."""
        return changed_fields(self.version, self.stored)

    @property
    def offered(self) -> set[str]:
        """The fields of the record that the form lets people type in."""
        meta = self.form._meta.model._meta
        stored = {field.name for field in meta.concrete_fields} - {meta.pk.name}
        return {
            name
            for name, field in self.form.fields.items()
            if name in stored and not isinstance(field, InlineForeignKeyField)
        }

    @property
    def typed(self) -> set[str]:
        """The offered fields that this person changed; what is wrong was typed too."""
        changed = changed_fields(self.version, self.form.instance)
        return self.offered & (changed | set(self.form.errors))

    @property
    def unlike_stored(self) -> set[str]:
        """The typed fields that would change what is stored."""
        changed = changed_fields(version_of(self.stored), self.form.instance)
        return self.typed & (changed | set(self.form.errors))

    @property
    def left_alone(self) -> set[str]:
        """The offered fields that somebody else changed and this person did not."""
        return (self.offered & self.changed_elsewhere) - self.typed

    @property
    def is_deleted_here(self) -> bool:
        return bool(getattr(self.form, "cleaned_data", {}).get("DELETE"))

    @property
    def is_conflict(self) -> bool:
        if self.stored is None:
            return bool(self.typed) and not self.is_deleted_here
        return bool(self.changed_elsewhere) and (
            self.is_deleted_here or bool(self.typed)
        )

    @property
    def is_stored_already(self) -> bool:
        """Whether all that was typed is what is stored by now."""
        return (
            self.stored is not None
            and not self.is_deleted_here
            and not self.unlike_stored
        )


def as_sent(form, name) -> list[str]:
    """What a browser would send for a field of an unbound form, left as it stands."""
    widget = form.fields[name].widget
    if isinstance(widget, RelatedFieldWidgetWrapper):
        widget = widget.widget
    value = form[name].value()
    if isinstance(widget, CheckboxInput):
        return ["on"] if value else []
    shown = widget.format_value(value)
    return shown if isinstance(shown, list) else ["" if shown is None else shown]
