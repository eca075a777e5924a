"""A reason beside a form, for changes of what visitors have already seen."""

from django import forms
from django.contrib.admin.utils import flatten_fieldsets

from plans.history_reasons import withheld

_WHY_WITHHELD = "前の言葉を公開しないときは、理由を書いてください。"


class ReasonForm(forms.ModelForm):
    """Hands what was typed as the reason to the record and so to its history.

    Whether a reason is needed is the record's own rule: its `clean()` refuses.
    """

    history_reason = forms.CharField(
        label="公表したあとに変える理由",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="公表した内容にかかわる変更のときだけ。理由は公開ページに載ります。",
    )

    withholds_words = forms.BooleanField(
        label="前の言葉を公開しない",
        required=False,
        help_text=(
            "個人の名前など、公開してはいけない言葉を消したときに印を付けます。"
            "更新履歴は変えたことだけを知らせ、この記録の前の言葉を載せません。"
        ),
    )

    def clean(self):
        cleaned = super().clean()
        reason = self.cleaned_data.get("history_reason", "")
        if self.cleaned_data.get("withholds_words"):
            if not reason:
                self.add_error("history_reason", _WHY_WITHHELD)
            reason = withheld(reason)
        self.instance.history_reason = reason
        return cleaned


REASON_FIELDS = ("history_reason", "withholds_words")


class AsksWhy:
    """For a ModelAdmin: each change of a record may say why, its rows with it."""

    def __init__(self, model, admin_site):
        if not issubclass(self.form, ReasonForm):
            self.form = type(self.form)("ReasonedForm", (ReasonForm, self.form), {})
        super().__init__(model, admin_site)

    def reason_fields(self, obj):
        return REASON_FIELDS if obj else ()

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        shown = flatten_fieldsets(fieldsets)
        missing = [name for name in self.reason_fields(obj) if name not in shown]
        if not missing:
            return fieldsets
        return [*fieldsets, ("変更の理由", {"fields": missing})]

    def save_formset(self, request, form, formset, change):
        reason = getattr(form.instance, "history_reason", "")
        for row in formset.forms:
            if not getattr(row.instance, "history_reason", ""):
                row.instance.history_reason = reason
        super().save_formset(request, form, formset, change)
