"""Themes as checkboxes in a form, as slugs with blanks between in the record."""

from django import forms

from plans.models.theme import Theme


def _choices():
    return list(Theme.objects.values_list("slug", "name"))


class _Boxes(forms.CheckboxSelectMultiple):
    def format_value(self, value):
        return value.split() if isinstance(value, str) else super().format_value(value)


class ThemesFormField(forms.MultipleChoiceField):
    widget = _Boxes

    def __init__(self, *, max_length=None, empty_value="", **options):
        super().__init__(choices=_choices, **options)
        self.widget = _Boxes(choices=self.choices)

    def clean(self, value):
        """In the order of the themes, whatever order they were ticked in."""
        chosen = set(super().clean(value))
        return " ".join(slug for slug, _ in self.choices if slug in chosen)

    def has_changed(self, initial, data):
        initial = initial.split() if isinstance(initial, str) else initial
        return super().has_changed(initial, data)
