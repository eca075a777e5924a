from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from indicators.models.target import Target
from initiatives.models import Answer
from initiatives.models.answer import in_work
from plans.fields import FiscalYearField
from plans.fiscal_year import era_text, label_text, of_date
from plans.history import TrackedRecords
from plans.page_scopes import with_banner


class Observation(Answer):
    """実績値: the value of one target in one fiscal year, as staff hold it.

    Visitors never see this row but what was published of it (PublishedValue), so an
    edit of a published value changes nothing until it is published again.
    """

    class ValueState(models.TextChoices):
        COLLECTING = "collecting", "集計中"
        NOT_IMPLEMENTED = "not_implemented", "未実施"
        SUPPRESSED = "suppressed", "秘匿"
        NOT_APPLICABLE = "not_applicable", "該当なし"
        UNKNOWN = "unknown", "不明"
        UNDECIDED = "undecided", "未定"
        DISCONTINUED = "discontinued", "事業終了"

    target = models.ForeignKey(
        Target,
        verbose_name="取組目標",
        on_delete=models.PROTECT,
        related_name="observations",
    )
    fiscal_year = FiscalYearField("年度", help_text="西暦。2025は令和7年度")
    value = models.DecimalField(
        "実績値", max_digits=16, decimal_places=4, null=True, blank=True
    )
    value_state = models.CharField(
        "数値でないとき", max_length=20, choices=ValueState.choices, blank=True
    )
    provisional = models.BooleanField("速報", default=False)
    break_in_series = models.BooleanField(
        "数え方が変わった", default=False, help_text="前の年度までと比べられないとき"
    )
    raw = models.CharField(
        "入力したままの文字", max_length=200, blank=True, editable=False
    )
    note = models.CharField("注記（公開）", max_length=300, blank=True)
    reason = models.TextField("理由・説明（公開）", blank=True)
    correction_reason = models.CharField(
        "公開した値を直す理由", max_length=300, blank=True
    )
    is_sample = models.BooleanField("サンプル値", default=False, editable=False)

    history = TrackedRecords()

    class Meta:
        verbose_name = "実績値"
        verbose_name_plural = "実績値"
        ordering = ["target", "fiscal_year"]
        indexes = [
            models.Index(
                "is_sample",
                name="observation_samples",
                condition=Q(is_sample=True),
            ),
            in_work("observation_in_work"),
            models.Index(fields=["fiscal_year"], name="observation_by_year"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["target", "fiscal_year"],
                name="observation_one_a_year",
                violation_error_message="この年度の実績値は、すでにあります。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["submitted", "approved", "published"])
                | Q(value__isnull=False)
                | ~Q(value_state=""),
                name="observation_submitted_says_something",
                violation_error_message=(
                    "実績値か「数値でないとき」を入れてから提出してください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(value=None) | Q(value_state=""),
                name="observation_number_or_state",
                violation_error_message=(
                    "実績値と「数値でないとき」は、どちらか一方だけにしてください。"
                ),
            ),
        ]

    def __str__(self):
        return f"{self.target} {label_text(self.fiscal_year)}"

    def clean(self):
        super().clean()
        if not self.target_id:
            return
        self._refuse_to_move()
        self._refuse_a_year_to_come()
        if self.value is None:
            return
        self.target.refuse_more_decimals("value", self.value)
        is_ratio = self.target.measure_type == Target.MeasureType.RATIO
        if is_ratio and not 0 <= self.value <= 100:
            raise ValidationError(
                {"value": "割合は0から100までの数で入力してください。"}
            )

    @property
    def plan(self):
        return self.target.plan

    def _refuse_to_move(self):
        """What was published of a year stays with that year and target."""
        stored = type(self).objects.filter(pk=self.pk, publications__isnull=False)
        row = stored.values_list("target_id", "fiscal_year").first()
        if row and row != (self.target_id, self.fiscal_year):
            raise ValidationError(
                "公開した実績値の取組目標と年度は変えられません。"
                "別の年度の値は、新しい行に入力してください。"
            )

    def _refuse_a_year_to_come(self):
        year = self.fiscal_year
        if year and year > of_date(timezone.localdate()):
            raise ValidationError(
                {"fiscal_year": f"{era_text(year)}はまだ始まっていません。"}
            )

    def publishing_scopes(self):
        return with_banner(self.target.publishing_scopes(), self)
