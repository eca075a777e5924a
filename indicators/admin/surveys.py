"""Survey waves with their results, one wave a page."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from indicators.admin.wave_judgements import judged_texts
from indicators.models import SurveyResult, SurveyWave
from indicators.result_corrections import RESULTS_STAY, give_reason
from initiatives.admin_corrections import CorrectionForm, KeepsPublicRecords
from plans.admin.base import FIELD_CLASSES, PublishingAdmin
from plans.admin.counted_once import CountedOnce
from plans.admin.table_rows import TableInline
from plans.admin.twin_rows import TellsTwinRows
from plans.admin.years import year_column


class SurveyWaveForm(CorrectionForm):
    fixed_fields = ("plan", "fiscal_year")


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


class SurveyResultFormSet(TellsTwinRows, forms.BaseInlineFormSet):
    """Results of a public wave are corrected for the reason that the wave's form has.

    A result that is added to it was never public and needs none.
    """

    def clean(self):
        super().clean()
        waves = SurveyWave.objects.filter(state=SurveyWave.State.PUBLISHED)
        if self.instance.pk and waves.filter(pk=self.instance.pk).exists():
            changed = [form for form in self.initial_forms if form.has_changed()]
            self._keep_in_public(changed)
            give_reason(changed, getattr(self.instance, "history_reason", ""))

    def _keep_in_public(self, changed):
        is_gone = any(form in self.deleted_forms for form in changed)
        if is_gone or any("indicator" in form.changed_data for form in changed):
            raise ValidationError(RESULTS_STAY)


class SurveyResultInline(TableInline):
    model = SurveyResult
    form = SurveyResultForm
    formset = SurveyResultFormSet
    extra = 0
    fields = ("indicator", "percent", "n", "comparable")
    autocomplete_fields = ("indicator",)
    formfield_overrides = FIELD_CLASSES

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.select_related("indicator__plan", "plan")


class JudgedWaves(CountedOnce):
    """The waves of one page of the list, with their judgements."""

    def get_results(self, request):
        super().get_results(request)
        judged = judged_texts(self.result_list)
        for wave in self.result_list:
            wave.judged_text = judged[wave.pk]


@admin.register(SurveyWave)
class SurveyWaveAdmin(KeepsPublicRecords, PublishingAdmin):
    form = SurveyWaveForm
    list_display = (
        "plan",
        year_column("fiscal_year", "年度"),
        "judged",
        "valid_n",
        "method",
        "state",
    )
    list_filter = ("state", "plan")
    list_select_related = ("plan__judgement_settings",)
    list_per_page = 30  # each compares a survey's results with their baselines
    search_fields = ("plan__title", "method")
    autocomplete_fields = ("plan",)
    actions = ("delete_selected",)
    inlines = (SurveyResultInline,)

    def get_changelist(self, request, **kwargs):
        return JudgedWaves

    @admin.display(description="判定（基準値と比べて）")
    def judged(self, obj):
        return obj.judged_text
