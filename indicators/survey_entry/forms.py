from copy import copy

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.cells import CellError, Expected, read_cell
from indicators.models import SurveyIndicator, SurveyResult, SurveyWave
from indicators.result_corrections import RESULTS_STAY
from initiatives.admin_corrections import CorrectionForm
from plans.admin.base import PartForm
from plans.decimals import decimal_text
from plans.editing.fields import TypedIntegerField
from plans.fiscal_year import long_text, of_date
from plans.typed_text import quoted

_YEARS_BACK = 10
PUBLISHED = SurveyWave.State.PUBLISHED


class WaveForm(CorrectionForm, PartForm):
    """When and of whom a wave asked; the reason for a correction stands here too."""

    about = "調査"
    fixed_fields = ("fiscal_year",)
    fiscal_year = forms.TypedChoiceField(label="調査した年度", coerce=int)
    sent = TypedIntegerField(label="配布数", required=False, min_value=0)
    valid_n = TypedIntegerField(label="有効回答数", required=False, min_value=0)

    class Meta:
        model = SurveyWave
        fields = ("fiscal_year", "sent", "valid_n", "method", "self_selected")
        labels = {"self_selected": "だれでも答えられる調査（自由回答）"}
        help_texts = {
            "self_selected": "無作為に選んだ人に聞いた調査では、印を付けません。",
            "method": "例：無作為抽出、郵送とインターネット",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        this_year = of_date(timezone.localdate())
        years = {*range(this_year - _YEARS_BACK, this_year + 1)}
        years |= {self.instance.fiscal_year} - {None}
        offered = [(year, long_text(year)) for year in sorted(years, reverse=True)]
        self.fields["fiscal_year"].choices = [("", "選んでください"), *offered]


class ShareField(forms.CharField):
    """A percentage as people type it, read by the rules for all cells."""

    def __init__(self, decimals: int):
        box = forms.TextInput(attrs={"inputmode": "decimal", "class": "big"})
        super().__init__(label="割合（％）", required=False, widget=box)
        self.expected = Expected("%", decimals, measure_type="ratio")

    def to_python(self, value):
        try:
            cell = read_cell(value or "", self.expected)
        except CellError as error:
            raise ValidationError(error.sentence) from error
        if cell.is_blank:
            return None
        if cell.value is None:
            raise ValidationError(
                f"{quoted(value)}は割合ではありません。「34.5」のような数を入れるか、"
                "空欄のままにしてください。"
            )
        return cell.value

    def prepare_value(self, value):
        return value if value is None or isinstance(value, str) else decimal_text(value)


class ResultForm(PartForm):
    """The result of one survey indicator in one wave; blank where it was not asked."""

    n = TypedIntegerField(
        label="この問いの回答数", required=False, min_value=0,
        help_text="空欄なら有効回答数を使います。",
    )  # fmt: skip
    forget = forms.BooleanField(label="この結果を消す", required=False)

    class Meta:
        model = SurveyResult
        fields = ("percent", "n", "comparable")
        help_texts = {"comparable": "問いの文、方法、対象が変わったときは外します。"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        indicator = self.instance.indicator
        self.fields["percent"] = ShareField(indicator.decimals)
        self.about = f"評価項目{indicator.code}"
        self.is_stored = bool(self.instance.pk)
        if not self.is_stored or self.instance.wave.state == PUBLISHED:
            del self.fields["forget"]

    def refuse_an_empty_box(self):
        """A box that was emptied deletes nothing; a size alone is no result.

        Not a part of `clean()`: a box is empty, too, where the result came later.
        """
        if "percent" in self.errors or self.cleaned_data.get("percent") is not None:
            return
        if self.is_stored and not self.is_forgotten:
            self.add_error("percent", self._why_it_stays())
        elif self.cleaned_data.get("n") is not None and not self.is_stored:
            self.add_error("percent", "割合を入力してください。")

    def _why_it_stays(self):
        if "forget" in self.fields:
            return (
                "空欄にしても、登録済みの結果は消えません。消すときは"
                "「この結果を消す」に印を付けてください。"
            )
        return RESULTS_STAY

    @property
    def is_forgotten(self) -> bool:
        return bool(self.cleaned_data.get("forget"))

    @property
    def is_to_save(self) -> bool:
        has_share = self.cleaned_data.get("percent") is not None
        return has_share and self.has_changed() and not self.is_forgotten


def wave_forms(
    wave: SurveyWave,
    indicators: list[SurveyIndicator],
    results: dict[int, SurveyResult],
):
    """A maker of a wave's form and of one form an indicator, in this order.

    The results' forms see the wave as it is typed: no question has more answers.
    """

    def build(values):
        typed = copy(wave)
        first = WaveForm(values, prefix="wave", instance=typed)
        return [first, *(_result(values, typed, each) for each in indicators)]

    def _result(values, typed, indicator):
        own = {"plan": wave.plan, "indicator": indicator}
        result = copy(results.get(indicator.pk)) or SurveyResult(**own)
        result.wave, result.indicator, result.plan = typed, indicator, wave.plan
        return ResultForm(values, prefix=f"r{indicator.pk}", instance=result)

    return build
