"""A filter of a list whose stored values are shown by their names."""

from django.contrib import admin
from django.contrib.admin.utils import reverse_field_path

from plans.admin.stored_values import stored_values


class NamedValuesFilter(admin.AllValuesFieldListFilter):
    """Subclasses say what a stored value is called; a count may stand behind it."""

    def __init__(self, field, request, params, model, model_admin, field_path):
        super().__init__(field, request, params, model, model_admin, field_path)
        owner, _ = reverse_field_path(model, field_path)
        self.lookup_choices = stored_values(owner, field.name)

    def named(self, value) -> str:
        raise NotImplementedError

    def choices(self, changelist):
        yielded = super().choices(changelist)
        yield next(yielded)
        stored = [value for value in self.lookup_choices if value is not None]
        for value, choice in zip(stored, yielded, strict=False):
            count = str(choice["display"]).removeprefix(str(value))
            yield {**choice, "display": f"{self.named(value)}{count}"}
        yield from yielded
