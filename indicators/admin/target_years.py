"""The years of a target on its form: values, interim goals, goals that replace it."""

from django import forms
from django.contrib import admin, messages

from indicators.admin.known_years import KnownYears
from indicators.admin.plan_content import TargetAdmin
from indicators.models import (
    GoalRevision,
    JudgementSettings,
    Milestone,
    Observation,
    Target,
)
from initiatives.answers import reopen
from initiatives.models import OPEN_STATES
from plans.admin.base import FIELD_CLASSES, PublishingAdmin
from plans.admin.plan import PlanAdmin
from plans.admin.reasons import ReasonForm
from plans.admin.table_rows import TableInline
from plans.admin.twin_rows import TellsTwinRows
from plans.fiscal_year import era_text, label_text


class ObservationForm(forms.ModelForm):
    """A value; its reason is as long as staff make it, beside short boxes."""

    class Meta:
        widgets = {"reason": forms.Textarea(attrs={"rows": 2, "class": "vReason"})}

    @property
    def row_title(self) -> str:
        row = self.instance
        if row.pk is None:
            return "新しい年度"
        return f"{label_text(row.fiscal_year)}（{row.get_state_display()}）"


class YearRows(TellsTwinRows, forms.BaseInlineFormSet):
    """Rows of a target, one a year."""


class ObservationInline(admin.StackedInline):
    """One row a year; the judgement is what publishing the row today would say."""

    model = Observation
    form = ObservationForm
    formset = YearRows
    template = "admin/year_rows.html"
    extra = 1
    ordering = ("fiscal_year",)
    formfield_overrides = FIELD_CLASSES
    fields = (
        ("fiscal_year", "value", "value_state", "provisional"),
        "beside",
        "reason",
        ("note", "correction_reason"),
        "break_in_series",
        "judgement",
    )
    readonly_fields = ("beside", "judgement")
    _known = None

    def get_formset(self, request, obj=None, **kwargs):
        # An inline lives as long as a request, and a blank row knows no target.
        if obj is not None:
            targets = Target.objects.select_related("plan__judgement_settings")
            self._known = KnownYears(targets.get(pk=obj.pk))
        return super().get_formset(request, obj, **kwargs)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("target__plan")

    @admin.display(description="前の年度と目安")
    def beside(self, obj):
        if self._known is None:
            return "―"
        if obj.pk:
            return self._known.beside(obj.fiscal_year)
        year = self._known.next_year
        return self._known.beside(year) if year else "―"

    @admin.display(description="判定（公開すると）")
    def judgement(self, obj):
        return self._known.judgement(obj) if obj.pk and self._known else "―"


class KeptOncePublic(YearRows):
    """Rows by which published years were judged stay: history is not overwritten."""

    def clean(self):
        super().clean()
        for form in self.deleted_forms:
            row = form.instance
            if row.pk and row.is_in_use():
                raise forms.ValidationError(
                    f"{row._meta.verbose_name}（{era_text(row.starts_in())}）による判定が"
                    "公表されているため、削除できません。"
                )


class MilestoneForm(ReasonForm):
    """An interim goal; after a publication it changes with a reason alone."""


class MilestoneInline(TableInline):
    model = Milestone
    form = MilestoneForm
    formset = KeptOncePublic
    fields = ("fiscal_year", "value", "history_reason")
    extra = 0
    formfield_overrides = FIELD_CLASSES


class GoalRevisionForm(forms.ModelForm):
    @property
    def row_title(self) -> str:
        year = self.instance.effective_from_fy
        return f"{label_text(year)}から" if self.instance.pk else "新しい見直し"


class GoalRevisionInline(admin.StackedInline):
    model = GoalRevision
    form = GoalRevisionForm
    formset = KeptOncePublic
    template = "admin/year_rows.html"
    extra = 0
    classes = ("collapse",)
    formfield_overrides = FIELD_CLASSES
    fields = (
        ("effective_from_fy", "decided_on"),
        "reason",
        "goal_state",
        ("goal_value", "goal_unit", "goal_fiscal_year"),
        "goal_text",
    )


class JudgementSettingsInline(admin.StackedInline):
    model = JudgementSettings
    classes = ("collapse",)
    formfield_overrides = FIELD_CLASSES


def take_as_typed(request, form) -> None:
    """Take a changed value back to the start; say so where it had come further.

    The text from which the department's screen read another value goes: that screen
    would show it, and store its value again.
    """
    row = form.instance
    if row.state not in OPEN_STATES:
        messages.warning(request, _went_back(row))
    reopen(row, by=request.user)
    if {"value", "value_state", "provisional"} & set(form.changed_data):
        row.raw = ""


def _went_back(row) -> str:
    if row.publications.exists():
        what_next = (
            "提出と承認をし、もう一度公開するまで、公開ページは前の値のままです。"
        )
    else:
        what_next = "公開するには、提出と承認をし直してください。"
    return f"{label_text(row.fiscal_year)}の実績は下書きに戻りました。{what_next}"


def _save_values(self, request, form, formset, change):
    if formset.model is Observation:
        for row in formset.forms:
            # A row ticked to be deleted counts as changed.
            if row.has_changed() and row not in formset.deleted_forms:
                take_as_typed(request, row)
    PublishingAdmin.save_formset(self, request, form, formset, change)


TargetAdmin.inlines = (ObservationInline, MilestoneInline, GoalRevisionInline)
TargetAdmin.save_formset = _save_values
PlanAdmin.inlines = (*PlanAdmin.inlines, JudgementSettingsInline)
