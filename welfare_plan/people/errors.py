"""The list above a form: what is wrong, each with a link to its field."""

from django.forms import BaseForm, CheckboxSelectMultiple


def errors_of(form: BaseForm) -> list[dict]:
    """Sentences in the order of the fields; those of the whole form first."""
    found = [{"text": text, "href": ""} for text in form.non_field_errors()]
    for field in form:
        found += [
            {"text": f"{field.label}：{text}", "href": f"#{_first_control(field)}"}
            for text in field.errors
        ]
    return found


def _first_control(field):
    if isinstance(field.field.widget, CheckboxSelectMultiple):
        return f"{field.auto_id}_0"
    return field.auto_id
