from copy import copy

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from plans.admin.base import PlainTextField
from plans.editing.fields import TypedDecimalField
from plans.models import Plan, SourceNote
from plans.note_subjects import figures_of, kind_of
from plans.note_work.places import Place
from plans.places import MOST_OPTIONS
from plans.presenters import plan_name


class FilterForm(forms.Form):
    """Which notes the list shows; what is not a choice is left aside."""

    plan = forms.ChoiceField(label="計画", required=False)
    certainty = forms.ChoiceField(
        label="確からしさ",
        required=False,
        choices=[("", "すべて"), *SourceNote.Certainty.choices],
    )
    category = forms.ChoiceField(
        label="内容の種類",
        required=False,
        choices=[("", "すべて"), *SourceNote.Category.choices],
    )
    settled = forms.ChoiceField(
        label="確認",
        required=False,
        choices=[("", "まだのもの"), ("yes", "済んだもの")],
    )

    def __init__(self, values, plans: list[Plan]):
        super().__init__(values)
        names = [(plan.slug, f"{plan_name(plan)}（{plan.open}件）") for plan in plans]
        self.fields["plan"].choices = [("", "すべて"), *names[:MOST_OPTIONS]]
        self.full_clean()

    def chosen(self, name: str) -> str:
        return self.cleaned_data.get(name, "")


class ReasonForm(forms.Form):
    """Why a note is settled so; it is public, beside what the note said before."""

    reason = forms.CharField(
        label="理由（公開されます）",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="「原典の表記について」のページで、注記の後に「発行者の確認」として出ます。",
        error_messages={"required": "理由を書いてください。"},
    )


class PlaceForm(forms.ModelForm):
    """The texts and figures of one record that a note is about."""

    about, reason, texts = "", "", frozenset()

    def clean(self):
        cleaned = super().clean()
        self.instance.history_reason = self.reason
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        if self.errors:
            return
        try:
            # Also those that other fields of the record take part in.
            self.instance.validate_constraints()
        except ValidationError as error:
            self.add_error(None, error.messages)


def place_forms(places: list[Place], reason: str = ""):
    """A maker of the forms of all places, as `plans.editing.merging` wants it."""

    def build(values):
        return [_form(place, f"r{i}", values, reason) for i, place in enumerate(places)]

    return build


def _form(place, prefix, values, reason):
    model = type(place.record)
    form_class = forms.modelform_factory(
        model, form=PlaceForm, fields=place.fields, formfield_callback=_field
    )
    form = form_class(values, prefix=prefix, instance=copy(place.record))
    form.about, form.reason = str(model._meta.verbose_name), reason
    form.texts = frozenset(place.fields) - set(figures_of(kind_of(model)))
    return form


def _field(field, **kwargs):
    match field:
        case models.TextField():
            rows = {"widget": forms.Textarea(attrs={"rows": 8})}
            return field.formfield(form_class=PlainTextField, **rows)
        case models.DecimalField():
            return field.formfield(form_class=TypedDecimalField)
    return field.formfield(**kwargs)
