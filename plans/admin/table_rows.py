"""Inline rows as a table, whose help texts stand in the heads of its columns."""

from django import forms
from django.contrib import admin


class CellField(forms.BoundField):
    """Points at no text of its own: Django's table shows it once, above the column."""

    @property
    def aria_describedby(self):
        return None


class TableInline(admin.TabularInline):
    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.bound_field_class = CellField
        return formset
