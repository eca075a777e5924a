from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from indicators.models.printed_decimals import refuse_more_decimals
from indicators.models.survey_indicator import SurveyIndicator
from plans.constraints import same_plan
from plans.fields import FiscalYearField
from plans.fiscal_year import label_text
from plans.history import TrackedRecords
from plans.models import Plan
from plans.models.plan_part import anchor_for_same_plan
from plans.page_scopes import with_banner
from plans.year_rules import refuse_year_not_begun


class SurveyWave(models.Model):
    """One round of a resident survey: when, of how many, how they were chosen."""

    class State(models.TextChoices):
        DRAFT = "draft", "下書き"
        PUBLISHED = "published", "公開"

    plan = models.ForeignKey(
        Plan,
        verbose_name="計画",
        on_delete=models.PROTECT,
        related_name="survey_waves",
    )
    fiscal_year = FiscalYearField("年度", help_text="西暦。2023は令和5年度")
    sent = models.PositiveIntegerField("配布数", null=True, blank=True)
    valid_n = models.PositiveIntegerField("有効回答数", null=True, blank=True)
    method = models.CharField("調査の方法", max_length=300, blank=True)
    self_selected = models.BooleanField(
        "自由回答", default=False, help_text="だれでも答えられる調査のとき"
    )
    state = models.CharField(
        "公開の状態", max_length=20, choices=State.choices, default=State.DRAFT
    )
    is_sample = models.BooleanField("サンプル", default=False, editable=False)

    history = TrackedRecords()

    class Meta:
        verbose_name = "市民アンケート"
        verbose_name_plural = "市民アンケート"
        ordering = ["plan", "fiscal_year"]
        indexes = [
            models.Index(
                "is_sample",
                name="surveywave_samples",
                condition=Q(is_sample=True),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "fiscal_year"],
                name="surveywave_one_a_year",
                violation_error_message="この年度の調査は、すでにあります。",
            ),
            anchor_for_same_plan("surveywave"),
            models.CheckConstraint(
                condition=Q(sent=None)
                | Q(valid_n=None)
                | Q(valid_n__lte=models.F("sent")),
                name="surveywave_answers_not_more_than_sent",
                violation_error_message=("有効回答数は、配布数以下にしてください。"),
            ),
        ]

    def __str__(self):
        return f"{self.plan} {label_text(self.fiscal_year)}"

    def clean(self):
        super().clean()
        refuse_year_not_begun(self.fiscal_year)

    def publishing_scopes(self):
        return with_banner(self.plan.publishing_scopes(), self)


class SurveyResult(models.Model):
    """The share of one answer in one wave, in percent: 34.5 means 34.5 %."""

    plan = models.ForeignKey(
        Plan, verbose_name="計画", on_delete=models.PROTECT, related_name="+"
    )
    wave = models.ForeignKey(
        SurveyWave,
        verbose_name="市民アンケート",
        on_delete=models.CASCADE,
        related_name="results",
    )
    indicator = models.ForeignKey(
        SurveyIndicator,
        verbose_name="評価項目",
        on_delete=models.PROTECT,
        related_name="results",
    )
    percent = models.DecimalField("割合（％）", max_digits=5, decimal_places=2)
    n = models.PositiveIntegerField(
        "この問いの回答数", null=True, blank=True, help_text="空欄なら有効回答数"
    )
    comparable = models.BooleanField(
        "基準値と比べられる",
        default=True,
        help_text="問いの文、方法、対象が変わったときは外します。",
    )

    history = TrackedRecords()

    class Meta:
        verbose_name = "調査の結果"
        verbose_name_plural = "調査の結果"
        ordering = ["wave", "indicator"]
        constraints = [
            models.UniqueConstraint(
                fields=["wave", "indicator"],
                name="surveyresult_one_a_wave",
                violation_error_message="この評価項目の結果は、すでにあります。",
            ),
            models.CheckConstraint(
                condition=Q(percent__gte=0, percent__lte=100),
                name="surveyresult_is_a_percentage",
                violation_error_message="割合は0から100までの％で入力してください。",
            ),
            same_plan("surveyresult", "wave", "市民アンケート"),
            same_plan("surveyresult", "indicator", "評価項目"),
        ]

    def __str__(self):
        return f"{self.indicator} {self.percent}%"

    def clean(self):
        super().clean()
        if self.indicator_id:
            decimals = self.indicator.decimals
            refuse_more_decimals("percent", self.percent, decimals)
        wave = getattr(self, "wave", None)
        valid_n = wave.valid_n if wave else None
        if None not in (self.n, valid_n) and self.n > valid_n:
            raise ValidationError(
                {
                    "n": (
                        "この問いの回答数は、調査の有効回答数"
                        f"（{valid_n:,}人）以下にしてください。"
                    )
                }
            )

    def publishing_scopes(self):
        return self.plan.publishing_scopes()
