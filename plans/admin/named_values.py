"""A filter of a list whose stored values are shown by their names."""

from django.contrib import admin


class NamedValuesFilter(admin.AllValuesFieldListFilter):
    """Subclasses say what a stored value is called; a count may stand behind it."""

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
