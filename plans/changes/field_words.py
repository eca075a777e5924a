"""Fields of a model as residents read them, from the plain values of a row."""

from collections.abc import Callable

from plans.admin.conflicts.words import text_of
from plans.fields import FiscalYearField
from plans.fiscal_year import era_text

EMPTY = "（記載なし）"


def field_words(model, *names: str) -> dict[str, Callable[[dict], str]]:
    """Each field's name in words, with what says its value."""
    fields = [model._meta.get_field(name) for name in names]
    return {str(field.verbose_name): _said(model, field) for field in fields}


def _said(model, field):
    def said(row):
        value = row[field.name]
        if value is None or value == "":
            return EMPTY
        if isinstance(field, FiscalYearField):
            return era_text(value)
        return text_of(model(**{field.attname: field.to_python(value)}), field)

    return said
