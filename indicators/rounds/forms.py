"""What is typed about a round."""

from datetime import timedelta

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from indicators.models import CollectionRound
from plans.fiscal_year import latest_finished, long_text, of_date
from plans.places import EVERYWHERE, MOST_OPTIONS, Place, chooser_of

_YEAR = timedelta(days=366)


class _Day(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


def _day_field(label, help_text):
    return forms.DateField(
        label=label,
        widget=_Day,
        help_text=help_text,
        error_messages={
            "required": f"{label}を入力してください。",
            "invalid": "日付として読めません。2026-05-31のように入力してください。",
        },
    )


class RoundChangeForm(forms.ModelForm):
    """What may change of a round; its first day only as long as it has not come."""

    opens_on = _day_field("入力を始める日", "この日から、担当課が入力できます。")
    due_on = _day_field("しめ切り", "例：2026-05-31")

    class Meta:
        model = CollectionRound
        fields = ("opens_on", "due_on", "message", "collects_reviews")
        widgets = {"message": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "message": "入力の画面のいちばん上に出ます。空欄でもかまいません。",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.opens_on <= timezone.localdate():
            del self.fields["opens_on"]

    def clean_opens_on(self):
        day = self.cleaned_data["opens_on"]
        if abs(day - timezone.localdate()) > _YEAR:
            raise forms.ValidationError(
                "入力を始める日は、今日から1年以内の日にしてください。"
            )
        return day

    def clean(self):
        cleaned = super().clean()
        opens_on = cleaned.get("opens_on", self.instance.opens_on)
        due_on = cleaned.get("due_on")
        if opens_on and due_on and due_on - opens_on > _YEAR:
            self.add_error(
                "due_on", "しめ切りは、入力を始める日から1年以内にしてください。"
            )
        return cleaned


class RoundForm(RoundChangeForm):
    """A new round, for a fiscal year that has begun."""

    fiscal_year = forms.TypedChoiceField(label="どの年度の実績か", coerce=int)
    chooser = None
    field_order = (
        "publisher",
        "fiscal_year",
        "opens_on",
        "due_on",
        "message",
        "collects_reviews",
    )

    class Meta(RoundChangeForm.Meta):
        fields = ("publisher", "fiscal_year", *RoundChangeForm.Meta.fields)
        error_messages = {"publisher": {"required": "発行者を選んでください。"}}

    def __init__(self, *args, place: Place = EVERYWHERE, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        years = range(of_date(today), of_date(today) - 6, -1)
        self.fields["fiscal_year"].choices = [(y, long_text(y)) for y in years]
        self.fields["publisher"].empty_label = "選んでください"
        self._offer_publishers(place)
        self.initial.setdefault("fiscal_year", latest_finished(today))
        self.initial.setdefault("opens_on", today)

    def _offer_publishers(self, place: Place):
        """Of more than a box holds, those of a chosen place are named; any is taken."""
        field, asked = self.fields["publisher"], str(self["publisher"].value() or "")
        if len(field.queryset.order_by()[: MOST_OPTIONS + 1]) <= MOST_OPTIONS:
            return
        named = place.of_publishers() if place else Q(pk=None)
        if asked.isascii() and asked.isdigit():
            named |= Q(pk=asked)
        found = field.queryset.filter(named)[:MOST_OPTIONS]
        self.chooser = chooser_of(
            place, reverse("round-new"), [each.name for each in found]
        )
        field.widget.choices = [("", field.empty_label)] + [
            (each.pk, each.name) for each in found
        ]
