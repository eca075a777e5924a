from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from indicators.models.changed_terms import changed_without_reason, reason_needed
from indicators.models.printed_decimals import refuse_more_decimals
from initiatives.corrections import PUBLISHED
from plans.constraints import same_plan
from plans.decimals import decimal_places
from plans.fields import FiscalYearField
from plans.history import TrackedRecords
from plans.models import BasicPolicy
from plans.models.plan_part import SourcedPart, anchor_for_same_plan, unique_code

# What a comparison is made by. Once a result is public, a change needs a reason.
TERM_FIELDS = (
    "baseline_value",
    "baseline_fiscal_year",
    "decimals",
    "desired_direction",
)


class SurveyIndicator(SourcedPart):
    """評価項目: the share of residents who gave one answer, with a direction, no goal.

    `baseline_value` is a percentage as printed: 30.2 means 30.2 %.
    """

    class Direction(models.TextChoices):
        INCREASE = "increase", "増やす"
        DECREASE = "decrease", "減らす"

    policy = models.ForeignKey(
        BasicPolicy,
        verbose_name="基本方針",
        on_delete=models.PROTECT,
        related_name="survey_indicators",
    )
    label = models.CharField("原典の番号の表記", max_length=20, blank=True)
    question = models.CharField("評価項目（問い）", max_length=300)
    answer = models.CharField("数える回答", max_length=300)
    baseline_value = models.DecimalField(
        "基準値（％）", max_digits=5, decimal_places=2, null=True, blank=True
    )
    baseline_fiscal_year = FiscalYearField(
        "基準年度", null=True, blank=True, help_text="西暦。2023は令和5年度"
    )
    baseline_as_printed = models.CharField(
        "基準値の原典の表記", max_length=200, blank=True
    )
    decimals = models.PositiveSmallIntegerField("小数点以下の桁数", default=1)
    desired_direction = models.CharField(
        "めざす向き", max_length=20, choices=Direction.choices
    )

    history = TrackedRecords()
    history_reason = ""

    class Meta(SourcedPart.Meta):
        verbose_name = "評価項目"
        verbose_name_plural = "評価項目"
        ordering = ["plan", "position", "code"]
        constraints = [
            unique_code("surveyindicator"),
            anchor_for_same_plan("surveyindicator"),
            same_plan("surveyindicator", "policy", "基本方針"),
            models.CheckConstraint(
                condition=Q(baseline_value=None)
                | Q(baseline_value__gte=0, baseline_value__lte=100),
                name="surveyindicator_baseline_is_a_percentage",
                violation_error_message="基準値は0から100までの％で入力してください。",
            ),
            models.CheckConstraint(
                condition=Q(decimals__lte=2),
                name="surveyindicator_decimals_at_most_two",
                violation_error_message="小数点以下の桁数は0から2までです。",
            ),
        ]

    def __str__(self):
        return f"{self.plan} {self.code} {self.question}"

    def clean(self):
        super().clean()
        decimals = self.decimals or 0
        refuse_more_decimals("baseline_value", self.baseline_value, decimals)
        if self.pk:
            self._refuse_results_finer_than(decimals)
            self._ask_why()

    def _ask_why(self):
        changed = changed_without_reason(self, TERM_FIELDS)
        if changed and self.results.filter(wave__state=PUBLISHED).exists():
            raise reason_needed(self, "公開した調査の結果", changed)

    def _refuse_results_finer_than(self, decimals):
        percents = self.results.values_list("percent", flat=True)
        finest = max(map(decimal_places, percents), default=0)
        if finest > decimals:
            raise ValidationError(
                {
                    "decimals": (
                        f"小数点以下が{finest}桁の調査の結果があります。"
                        f"桁数を{finest}以上にするか、先に調査の結果を直してください。"
                    )
                }
            )

    def get_absolute_url(self):
        return reverse("survey-detail", args=[self.plan.slug, self.code])
