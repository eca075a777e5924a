"""A record that visitors have seen is corrected with a reason, and never taken away."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.utils import unquote
from django.shortcuts import redirect
from django.urls import reverse

from initiatives.corrections import PUBLISHED
from plans.admin.reasons import ReasonForm

REASON = "history_reason"
REASON_LABEL = "公開した内容を直す理由"
KEPT = (
    "公開した記録は削除できません。内容が違うときは、直して"
    f"「{REASON_LABEL}」を書いてください。"
)


class CorrectionForm(ReasonForm):
    """Refuses a change without a reason once the record is public.

    `fixed_fields` say what the record is about: another subject or year would take it
    from the page where visitors saw it.
    """

    history_reason = forms.CharField(
        label=REASON_LABEL,
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=(
            "公開した内容を変えるときは、必ず書いてください。"
            "公開ページに、前の内容と一緒に出ます。"
        ),
    )
    fixed_fields = ()

    def clean(self):
        cleaned = super().clean()
        # The instance still holds what is stored: the form fills it in after this.
        if self.instance.pk and self.instance.state == PUBLISHED:
            self._keep_in_public(cleaned)
            self._ask_why(cleaned)
        return cleaned

    def _keep_in_public(self, cleaned):
        if "state" in self.changed_data and cleaned.get("state") != PUBLISHED:
            self.add_error(
                "state",
                "公開した記録は、下書きに戻せません。公開のまま内容を直し、"
                f"「{REASON_LABEL}」を書いてください。",
            )
        for name in self.fixed_fields:
            if name in self.changed_data:
                self.add_error(
                    name,
                    "公開した記録の対象と年度は変えられません。元に戻してから、"
                    "正しい対象と年度で新しく登録してください。",
                )

    def _ask_why(self, cleaned):
        if not cleaned.get(REASON) and set(self.changed_data) - {REASON}:
            self.add_error(
                REASON, "公開した内容を変えるときは、直す理由を書いてください。"
            )


class KeepsPublicRecords:
    """An admin whose public records cannot be deleted, one by one or from the list."""

    def get_fields(self, request, obj=None):
        fields = super().get_fields(request, obj)
        is_public = obj is not None and obj.state == PUBLISHED
        own = [name for name in fields if name != REASON]
        return [*own, REASON] if is_public else own

    def reason_fields(self, obj):
        is_public = obj is not None and obj.state == PUBLISHED
        return super().reason_fields(obj) if is_public else ()

    def delete_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, unquote(object_id))
        if obj is None or obj.state != PUBLISHED:
            return super().delete_view(request, object_id, extra_context)
        self.message_user(request, KEPT, messages.ERROR)
        meta = self.opts
        address = f"admin:{meta.app_label}_{meta.model_name}_change"
        return redirect(reverse(address, args=[obj.pk]))

    @admin.action(permissions=["delete"], description=delete_selected.short_description)
    def delete_selected(self, request, queryset):
        if queryset.filter(state=PUBLISHED).exists():
            self.message_user(request, KEPT, messages.ERROR)
            return None
        return delete_selected(self, request, queryset)
