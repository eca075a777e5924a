"""A reason beside a form, for changes of what visitors have already seen."""

from django import forms


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

    def clean(self):
        cleaned = super().clean()
        self.instance.history_reason = self.cleaned_data.get("history_reason", "")
        return cleaned
