"""Values in a list: submitted, approved and published many at a time."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError

from indicators.actions import approve, publish, submit
from indicators.admin.known_years import judgement_text
from indicators.admin.target_years import take_as_typed
from indicators.answer_words import value_text
from indicators.models import Observation
from plans.admin.base import PublishingAdmin
from plans.admin.people import person_column
from plans.admin.years import year_column


@admin.register(Observation)
class ObservationAdmin(PublishingAdmin):
    list_display = (
        "target_code",
        "target_name",
        year_column("fiscal_year", "年度"),
        "shown_value",
        "state",
        "plan",
    )
    list_display_links = ("target_code", "target_name")
    list_filter = ("state", "fiscal_year", "target__plan")
    list_select_related = ("target__plan",)
    search_fields = ("target__code", "target__name", "note")
    autocomplete_fields = ("target",)
    # Newest first by key: a nation has too many to sort them for each list.
    ordering = ("-pk",)
    readonly_fields = (
        "state",
        "judgement",
        person_column("entered_by", "入力した人"),
        person_column("submitted_by", "提出した人"),
        person_column("approved_by", "承認した人"),
        "approved_at",
    )
    actions = (
        "submit_selected",
        "approve_selected",
        "publish_selected",
    )

    @admin.display(description="コード", ordering="target__position")
    def target_code(self, obj):
        return obj.target.code

    @admin.display(description="取組目標", ordering="target__name")
    def target_name(self, obj):
        return obj.target.title

    @admin.display(description="計画", ordering="target__plan__position")
    def plan(self, obj):
        return obj.plan

    @admin.display(description="実績値")
    def shown_value(self, obj):
        return f"{value_text(obj)}{'（速報）' if obj.provisional else ''}"

    @admin.display(description="判定（公開すると）")
    def judgement(self, obj):
        return judgement_text(obj) if obj and obj.pk else "―"

    def save_model(self, request, obj, form, change):
        if form.has_changed():
            take_as_typed(request, form)
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
