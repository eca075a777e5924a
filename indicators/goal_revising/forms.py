"""What is typed of a revision: once for all goals, and once for each of them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.cells import Cell, CellError, Expected, read_cell
from indicators.models import GoalRevision, Target
from indicators.progress_values import Goal
from plans.decimals import decimal_text
from plans.fiscal_year import era_text, long_text, of_date
from plans.typed_text import is_blank
from plans.written_years import YearError, read_year

_YEARS_BACK, _YEARS_AHEAD = 5, 10


class _Day(forms.DateInput):
    input_type = "date"


class DecisionForm(forms.Form):
    """When and why a revision was decided, and from when on it holds."""

    about = ""

    effective_from_fy = forms.TypedChoiceField(
        label="どの年度から",
        coerce=int,
        help_text="この年度の判定から、新しい目標で行います。前の年度の判定は変わりません。",
        error_messages={"required": "どの年度からかを選んでください。"},
    )
    decided_on = forms.DateField(
        label="決めた日",
        widget=_Day(format="%Y-%m-%d"),
        help_text="例：2026-11-20",
        error_messages={
            "required": "決めた日を入力してください。",
            "invalid": "日付として読めません。2026-11-20のように入力してください。",
        },
    )
    reason = forms.CharField(
        label="見直した理由（公開されます）",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="選んだすべての取組目標のページに、前の目標とともに出ます。",
        error_messages={"required": "見直した理由を入力してください。"},
    )

    def __init__(self, values=None):
        super().__init__(values, prefix="decision")
        now = of_date(timezone.localdate())
        years = range(now + _YEARS_AHEAD, now - _YEARS_BACK - 1, -1)
        offered = [(year, long_text(year)) for year in years]
        self.fields["effective_from_fy"].choices = [("", "選んでください"), *offered]
        self.initial["effective_from_fy"] = now

    def clean_decided_on(self):
        day = self.cleaned_data["decided_on"]
        if day > timezone.localdate():
            raise ValidationError(
                "決めた日が今日より後です。決まってから入力してください。"
            )
        return day


class GoalForm(forms.Form):
    """The new goal of one target, typed as in any cell: 1,000人, ８０％, 未定."""

    value = forms.CharField(
        label="新しい目標値",
        required=False,
        max_length=200,
        help_text="数か「未定」。言葉による目標にするときは空欄にします。",
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    unit = forms.CharField(label="単位", required=False, max_length=30)
    year = forms.CharField(
        label="目標年度",
        required=False,
        max_length=60,
        help_text="例：令和12年度、R12。空欄なら、はじめの目標年度のままです。",
    )
    text = forms.CharField(
        label="言葉による目標",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="数値で表さない目標のときだけ書きます。",
    )

    def __init__(self, target: Target, goal: Goal, values=None):
        """`goal` is the one in force, which the boxes begin with."""
        super().__init__(values, prefix=f"t{target.pk}")
        self.target, self.doubts = target, []
        self.about = f"{target.code}　{target.title}"
        self.initial = {
            "value": "" if goal.value is None else decimal_text(goal.value),
            "unit": goal.unit,
            "year": era_text(goal.year) if goal.year else "",
            "text": goal.text if goal.state == "statement" else "",
        }

    def clean_year(self):
        typed = self.cleaned_data["year"]
        if is_blank(typed):
            return None
        try:
            written = read_year(typed)
        except YearError as error:
            raise ValidationError(error.sentence) from error
        self._doubt(written.doubt)
        return written.year

    def clean(self):
        data = super().clean()
        try:
            cell = self._cell(data)
        except CellError as error:
            self.add_error("value", error.sentence)
            return data
        text = data.get("text", "").strip()
        if cell.is_blank and not text:
            self.add_error(
                "value",
                "新しい目標値を入力してください。決まっていなければ「未定」と書き、"
                "数値でない目標は「言葉による目標」に書いてください。",
            )
        elif text and not cell.is_blank:
            self.add_error(
                "text",
                "目標値と「言葉による目標」は、どちらか一方だけを入力してください。",
            )
        elif cell.value is not None and not data.get("unit"):
            self.add_error("unit", "目標値の単位を入力してください。")
        data["goal"] = self._goal(cell, text, data)
        return data

    def _cell(self, data) -> Cell:
        cell = read_cell(
            data.get("value", ""),
            Expected(
                unit=data.get("unit", ""),
                decimals=self.target.decimals,
                measure_type=self.target.measure_type,
                kind="goal",
            ),
        )
        for doubt in cell.warnings:
            self._doubt(doubt)
        return cell

    def _goal(self, cell, text, data) -> dict:
        """The fields of a GoalRevision that say the goal."""
        states = Target.GoalState
        state = states.STATEMENT if text else states.SET
        return {
            "goal_state": states.UNDECIDED if cell.state == "undecided" else state,
            "goal_value": cell.value,
            "goal_unit": "" if text else data.get("unit", ""),
            "goal_fiscal_year": data.get("year"),
            "goal_text": text,
        }

    def _doubt(self, doubt):
        if doubt is not None:
            self.doubts.append(doubt.sentence)


# Where the boxes of a screen show what the model says of its fields.
_BOXES = {
    "goal_value": "value",
    "goal_state": "value",
    "goal_unit": "unit",
    "goal_fiscal_year": "year",
    "goal_text": "text",
}


def revisions_of(decision: DecisionForm, goals: list[GoalForm]) -> list[GoalRevision]:
    """The revisions that valid forms say; what the model refuses stands at its box."""
    found = []
    for form in goals:
        revision = GoalRevision(
            target=form.target, **decision.cleaned_data, **form.cleaned_data["goal"]
        )
        revision.history_reason = revision.reason
        _refuse(revision, form, decision)
        found.append(revision)
    return found


def _refuse(revision, form, decision):
    try:
        revision.full_clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            if name in decision.fields:
                said = [f"{form.about}：{message}" for message in messages]
                decision.add_error(name, said)
            else:
                form.add_error(_BOXES.get(name), messages)
