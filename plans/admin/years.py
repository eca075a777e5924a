"""Fiscal years in the admin: read as people write them, printed with their era."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from plans.admin.named_values import NamedValuesFilter
from plans.fields import FiscalYearField
from plans.fiscal_year import label_text
from plans.written_years import YearError, read_year

_ALSO = "R7、令和7年度のようにも書けます。"


class YearField(forms.IntegerField):
    """A year typed as 2025, R7 or 令和7年度; what names no year for sure is refused."""

    widget = forms.TextInput

    def __init__(self, *, help_text="", **kwargs):
        told = f"{help_text}。" if help_text else ""
        super().__init__(help_text=f"{told}{_ALSO}", **kwargs)
        self.widget.attrs["class"] = "vYearField"

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, int):
            return super().to_python(value)
        try:
            written = read_year(value)
        except YearError as error:
            raise ValidationError(error.sentence, code="invalid") from None
        if written.doubt:
            # Nobody can be asked here: the person writes the year without a doubt.
            raise ValidationError(
                f"{written.doubt.sentence}よければ、{label_text(written.year)}と"
                "書いてください。",
                code="doubtful",
            )
        return written.year


class YearFilter(NamedValuesFilter):
    """The years that the list has, newest first."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.lookup_choices.reverse()

    def named(self, value):
        return label_text(value)


admin.FieldListFilter.register(
    lambda field: isinstance(field, FiscalYearField), YearFilter, take_priority=True
)


def year_column(name, label):
    """A column of the year in the field `name`, ordered by it."""

    @admin.display(description=label, ordering=name)
    def column(record):
        year = getattr(record, name)
        return None if year is None else label_text(year)

    column.__name__ = name
    return column
