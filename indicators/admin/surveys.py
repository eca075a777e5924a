"""Survey waves with their results, one wave a page."""

from django import forms
from django.contrib import admin

from indicators.models import SurveyResult, SurveyWave
from plans.admin.base import FIELD_CLASSES, PublishingAdmin


class SurveyResultForm(forms.ModelForm):
    """A result takes its plan from its wave."""

    def clean(self):
        cleaned = super().clean()
        wave = cleaned.get("wave")
        if wave is not None and wave.plan_id:
            self.instance.plan = wave.plan
        return cleaned

    def _get_validation_exclusions(self):
        exclude = super()._get_validation_exclusions()
        if self.instance.plan_id:
            exclude.discard("plan")
        return exclude


class SurveyResultInline(admin.TabularInline):
    model = SurveyResult
    form = SurveyResultForm
    extra = 0
    fields = ("indicator", "percent", "n", "comparable")
    autocomplete_fields = ("indicator",)
    formfield_overrides = FIELD_CLASSES

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.select_related("indicator__plan", "plan")


@admin.register(SurveyWave)
class SurveyWaveAdmin(PublishingAdmin):
    list_display = ("plan", "fiscal_year", "valid_n", "method", "state")
    list_filter = ("state", "plan")
    list_select_related = ("plan",)
    search_fields = ("plan__title", "method")
    autocomplete_fields = ("plan",)
    inlines = (SurveyResultInline,)
