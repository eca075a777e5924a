"""Values year by year: typed beside last year's, judged, approved, published."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.actions import approve, judgement_fields, publish, submit
from indicators.admin.plan_content import TargetAdmin
from indicators.answer_words import value_text
from indicators.figures import year_text
from indicators.judgement_labels import LABELS
from indicators.models import (
    GoalRevision,
    JudgementSettings,
    Milestone,
    Observation,
    PublishedValue,
)
from indicators.progress_values import Status
from initiatives.answers import reopen
from plans.admin.base import FIELD_CLASSES, PublishingAdmin
from plans.admin.housekeeping import ReadOnlyAdmin
from plans.admin.plan import PlanAdmin
from plans.admin.reasons import ReasonForm
from plans.fiscal_year import era_text


class ObservationInline(admin.TabularInline):
    """One row a year; the judgement is what publishing the row today would say."""

    model = Observation
    extra = 1
    ordering = ("fiscal_year",)
    formfield_overrides = FIELD_CLASSES
    fields = (
        "fiscal_year",
        "last_year",
        "value",
        "value_state",
        "provisional",
        "break_in_series",
        "note",
        "correction_reason",
        "judgement",
        "state",
    )
    readonly_fields = ("last_year", "judgement", "state")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("target__plan")

    @admin.display(description="前の年度")
    def last_year(self, obj):
        if not obj.pk:
            return "―"
        before = obj.target.observations.filter(fiscal_year=obj.fiscal_year - 1).first()
        return value_text(before) if before else "―"

    @admin.display(description="判定（公開すると）")
    def judgement(self, obj):
        return judgement_text(obj) if obj.pk else "―"


def judgement_text(observation) -> str:
    """The status and its reason, as they would be published today."""
    fields = judgement_fields(observation, as_of=timezone.localdate())
    return f"{LABELS[Status(fields['status'])].word}。{fields['sentence']}"


class KeptOncePublic(forms.BaseInlineFormSet):
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


class MilestoneInline(admin.TabularInline):
    model = Milestone
    form = MilestoneForm
    formset = KeptOncePublic
    fields = ("fiscal_year", "value", "history_reason")
    extra = 0
    formfield_overrides = FIELD_CLASSES


class GoalRevisionInline(admin.StackedInline):
    model = GoalRevision
    formset = KeptOncePublic
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


def _save_values(self, request, form, formset, change):
    """Save the rows of a target; a value that was changed needs a new approval."""
    if formset.model is Observation:
        for row in formset.forms:
            if row.has_changed():
                _reopen(row, by=request.user)
    PublishingAdmin.save_formset(self, request, form, formset, change)


def _reopen(form, *, by):
    """Take a changed value back to the start.

    The text from which the department's screen read another value goes: that screen
    would show it, and store its value again.
    """
    reopen(form.instance, by=by)
    if {"value", "value_state", "provisional"} & set(form.changed_data):
        form.instance.raw = ""


TargetAdmin.inlines = (ObservationInline, MilestoneInline, GoalRevisionInline)
TargetAdmin.save_formset = _save_values
PlanAdmin.inlines = (*PlanAdmin.inlines, JudgementSettingsInline)


@admin.register(Observation)
class ObservationAdmin(PublishingAdmin):
    list_display = ("target", "year", "shown_value", "provisional", "state")
    list_filter = ("state", "fiscal_year", "target__plan")
    list_select_related = ("target__plan",)
    search_fields = ("target__code", "target__name", "note")
    autocomplete_fields = ("target",)
    ordering = ("-fiscal_year", "target__plan__position", "target__position")
    readonly_fields = (
        "state",
        "judgement",
        "entered_by",
        "submitted_by",
        "approved_by",
        "approved_at",
    )
    actions = (
        "submit_selected",
        "approve_selected",
        "publish_selected",
    )

    @admin.display(description="年度", ordering="fiscal_year")
    def year(self, obj):
        return year_text(obj.fiscal_year)

    @admin.display(description="実績値")
    def shown_value(self, obj):
        return value_text(obj)

    @admin.display(description="判定（公開すると）")
    def judgement(self, obj):
        return judgement_text(obj) if obj and obj.pk else "―"

    def save_model(self, request, obj, form, change):
        if form.has_changed():
            _reopen(form, by=request.user)
        super().save_model(request, obj, form, change)

    def has_approve_permission(self, request):
        return request.user.has_perm("indicators.approve_answers")

    def has_publish_permission(self, request):
        return request.user.has_perm("indicators.publish_answers")

    @admin.action(description="提出する", permissions=("change",))
    def submit_selected(self, request, queryset):
        self._each(request, queryset, lambda row: submit(row, by=request.user), "提出")

    @admin.action(description="承認する", permissions=("approve",))
    def approve_selected(self, request, queryset):
        self._each(request, queryset, lambda row: approve(row, by=request.user), "承認")

    @admin.action(description="公開する", permissions=("publish",))
    def publish_selected(self, request, queryset):
        self._each(request, queryset, lambda row: publish(row, by=request.user), "公開")

    def _each(self, request, queryset, act, word):
        """Act on each row; say how many went well, and why the others did not."""
        done = 0
        for row in queryset.select_related(
            "target__plan__judgement_settings", "target__plan__publisher"
        ):
            try:
                act(row)
                done += 1
            except ValidationError as error:
                message = f"{row}：{' '.join(error.messages)}"
                self.message_user(request, message, messages.WARNING)
        if done:
            self.message_user(request, f"{done}件を{word}しました。")


@admin.register(PublishedValue)
class PublishedValueAdmin(ReadOnlyAdmin):
    list_display = (
        "observation",
        "revision",
        "value",
        "status",
        "published_at",
        "correction_reason",
    )
    list_select_related = ("observation__target__plan",)
    list_filter = ("observation__target__plan", "status")
