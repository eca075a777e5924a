from django.core.exceptions import ValidationError
from django.db import models

from indicators.models.target import Target
from plans.fields import FiscalYearField
from plans.fiscal_year import label_text
from plans.history import TrackedRecords


class Milestone(models.Model):
    """An interim goal of one fiscal year, between the baseline and the goal.

    The expected path runs through it.
    """

    target = models.ForeignKey(
        Target,
        verbose_name="取組目標",
        on_delete=models.CASCADE,
        related_name="milestones",
    )
    fiscal_year = FiscalYearField("年度", help_text="西暦。2027は令和9年度")
    value = models.DecimalField("中間の目標値", max_digits=16, decimal_places=4)

    history = TrackedRecords()
    history_reason = ""

    class Meta:
        verbose_name = "中間の目標"
        verbose_name_plural = "中間の目標"
        ordering = ["target", "fiscal_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["target", "fiscal_year"],
                name="milestone_one_a_year",
                violation_error_message="この年度の中間の目標は、すでにあります。",
            ),
        ]

    def __str__(self):
        return f"{self.target} {label_text(self.fiscal_year)}"

    def clean(self):
        super().clean()
        if not self.target_id:
            return
        target, year = self.target, self.fiscal_year
        start, end = target.baseline_fiscal_year, target.goal_fiscal_year
        if year and not (start and end and start < year < end):
            raise ValidationError(
                {
                    "fiscal_year": (
                        "中間の目標の年度は、基準年度と目標年度の間にしてください。"
                    )
                }
            )
        target.refuse_more_decimals("value", self.value)
        if self._changes_a_path_in_use() and not self.history_reason:
            raise ValidationError(
                "公表した値があるため、中間の目標を変えるには理由が必要です。"
                "「公表したあとに変える理由」を入力してください。"
            )

    def _changes_a_path_in_use(self):
        """Whether a published year was judged by a path that this would change."""
        stored = type(self).objects.filter(pk=self.pk).first()
        is_same = stored and (stored.fiscal_year, stored.value) == (
            self.fiscal_year,
            self.value,
        )
        return not is_same and bool(self.target.last_published_year())

    def is_in_use(self):
        """Whether a published year was judged by a path through this one."""
        return bool(self.target.last_published_year())

    def starts_in(self) -> int:
        return self.fiscal_year

    def publishing_scopes(self):
        return self.target.publishing_scopes()
