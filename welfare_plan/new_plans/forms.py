from django import forms
from django.core.exceptions import ValidationError

from plans.fiscal_year import era_text
from plans.models import Plan
from plans.typed_text import is_blank
from plans.written_years import YearError, read_year
from welfare_plan.new_plans.copying import CHOICES


class WrittenYearField(forms.Field):
    """A fiscal year as people write it: 令和9年度, R9, 2027."""

    def to_python(self, value):
        if is_blank(value or ""):
            return None
        try:
            written = read_year(value)
        except YearError as error:
            raise ValidationError(error.sentence) from error
        if written.doubt:
            raise ValidationError("年度を「令和9年度」のように書いてください。")
        return written.year


def _year(label):
    missing = {"required": f"{label}を入力してください。"}
    return WrittenYearField(
        label=label, error_messages=missing, help_text="例：令和9年度"
    )


class NextTermForm(forms.Form):
    """The name, address and period of the next term, and what is taken along."""

    about = ""

    title = forms.CharField(
        label="次の期の計画の名称",
        max_length=300,
        error_messages={"required": "次の期の計画の名称を入力してください。"},
    )
    slug = forms.SlugField(
        label="アドレス用の名前",
        max_length=50,
        help_text="半角の英数字とハイフン。公開したあとは変えないでください。",
        error_messages={
            "required": "アドレス用の名前を入力してください。",
            "invalid": "半角の英数字とハイフンだけで入力してください。",
        },
    )
    period_start_fy = _year("最初の年度")
    period_end_fy = _year("最後の年度")

    def __init__(self, old: Plan, values=None):
        super().__init__(values)
        self.old = old
        start = old.period_end_fy and old.period_end_fy + 1
        self.initial = {"period_start_fy": era_text(start) if start else ""}
        for name, label in CHOICES.items():
            self.fields[name] = forms.BooleanField(
                label=label, required=False, initial=True
            )

    @property
    def ticks(self):
        return [self[name] for name in CHOICES]

    def values(self) -> dict:
        """What the new plan itself gets."""
        return {n: v for n, v in self.cleaned_data.items() if n not in CHOICES}

    def taken(self) -> set[str]:
        return {name for name in CHOICES if self.cleaned_data[name]}

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if Plan.objects.filter(slug=slug).exists():
            raise ValidationError(
                "この名前は別の計画で使われています。別の名前にしてください。"
            )
        return slug

    def clean(self):
        data = super().clean()
        start, end = data.get("period_start_fy"), data.get("period_end_fy")
        if start and end and end < start:
            self.add_error(
                "period_end_fy", "最後の年度は、最初の年度以後にしてください。"
            )
        before = self.old.period_end_fy
        if start and before and start <= before:
            said = f"前の期は{era_text(before)}までです。そのあとの年度にしてください。"
            self.add_error("period_start_fy", said)
        return data
