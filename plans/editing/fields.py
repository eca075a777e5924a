"""Form fields that take numbers as people type them: 1,100 and １１００ too."""

from django import forms

from plans.admin.base import PlainDecimalField
from plans.typed_text import one_form


def _plain(value):
    return one_form(value).replace(",", "") if isinstance(value, str) else value


class TypedDecimalField(PlainDecimalField):
    widget = forms.TextInput

    def to_python(self, value):
        return super().to_python(_plain(value))


class TypedIntegerField(forms.IntegerField):
    widget = forms.TextInput

    def to_python(self, value):
        return super().to_python(_plain(value))
