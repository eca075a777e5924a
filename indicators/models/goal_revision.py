from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from indicators.models.target import Target
from plans.fields import FiscalYearField
from plans.fiscal_year import era_text, label_text
from plans.history import TrackedRecords


class GoalRevision(models.Model):
    """中間見直し: a goal that replaces the one before it from a fiscal year on.

    Earlier years stay judged by the goal that held then; the first goal stands in the
    target itself.
    """

    target = models.ForeignKey(
        Target,
        verbose_name="取組目標",
        on_delete=models.CASCADE,
        related_name="goal_revisions",
    )
    effective_from_fy = FiscalYearField(
        "この年度から", help_text="西暦。2027は令和9年度"
    )
    decided_on = models.DateField("決めた日")
    reason = models.TextField("見直した理由")
    goal_state = models.CharField(
        "目標値の状態",
        max_length=20,
        choices=Target.GoalState.choices,
        default=Target.GoalState.SET,
    )
    goal_value = models.DecimalField(
        "新しい目標値", max_digits=16, decimal_places=4, null=True, blank=True
    )
    goal_unit = models.CharField("単位", max_length=30, blank=True)
    goal_fiscal_year = FiscalYearField(
        "目標年度", null=True, blank=True, help_text="西暦。2030は令和12年度"
    )
    goal_text = models.TextField("言葉による目標", blank=True)

    history = TrackedRecords()

    class Meta:
        verbose_name = "目標の見直し"
        verbose_name_plural = "目標の見直し"
        ordering = ["target", "effective_from_fy"]
        constraints = [
            models.UniqueConstraint(
                fields=["target", "effective_from_fy"],
                name="goalrevision_one_a_year",
                violation_error_message="この年度からの見直しは、すでにあります。",
            ),
            models.CheckConstraint(
                condition=Q(goal_state="set", goal_value__isnull=False)
                | (~Q(goal_state="set") & Q(goal_value=None)),
                name="goalrevision_number_only_for_a_set_goal",
                violation_error_message=(
                    "目標値の状態が「数値」のときだけ、新しい目標値を入力してください。"
                ),
            ),
            models.CheckConstraint(
                condition=~Q(goal_state="statement") | ~Q(goal_text=""),
                name="goalrevision_statement_has_words",
                violation_error_message=("言葉による目標を入力してください。"),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="goalrevision_has_a_reason",
                violation_error_message="見直した理由を入力してください。",
            ),
        ]

    def __str__(self):
        return f"{self.target} {label_text(self.effective_from_fy)}から"

    def clean(self):
        super().clean()
        if not self.target_id:
            return
        self.target.refuse_more_decimals("goal_value", self.goal_value)
        self.target.refuse_goal_not_after_baseline(self.goal_fiscal_year)
        if self.effective_from_fy:
            self._refuse_to_rewrite_what_is_public()
            self._refuse_years_out_of_order()

    def is_in_use(self):
        """Whether a published year was judged by this goal, as it is stored."""
        return self.target.last_published_year() >= (self.effective_from_fy or 0)

    def starts_in(self) -> int:
        return self.effective_from_fy

    def _refuse_to_rewrite_what_is_public(self):
        last = self.target.last_published_year()
        stored = type(self).objects.filter(pk=self.pk).first()
        if stored is None and self.effective_from_fy <= last:
            raise ValidationError(
                {
                    "effective_from_fy": (
                        f"{era_text(last)}までの判定は公表されています。"
                        "見直しは、そのあとの年度からにしてください。"
                    )
                }
            )
        if stored and stored.is_in_use() and self._says_otherwise(stored):
            raise ValidationError(
                "この見直しによる判定が公表されているため、変えられません。"
                "そのあとの年度からの見直しを、新しく加えてください。"
            )

    def _says_otherwise(self, stored):
        return any(
            getattr(self, name) != getattr(stored, name)
            for name in (
                "effective_from_fy",
                "decided_on",
                "reason",
                "goal_state",
                "goal_value",
                "goal_unit",
                "goal_fiscal_year",
                "goal_text",
            )
        )

    def _refuse_years_out_of_order(self):
        end = self.goal_fiscal_year or self.target.goal_fiscal_year
        if end and self.effective_from_fy > end:
            raise ValidationError(
                {
                    "effective_from_fy": (
                        "見直しは、目標年度かその前の年度からにしてください。"
                    )
                }
            )
        later = self.target.milestones.filter(
            fiscal_year__gte=max(end or 0, self.effective_from_fy)
        )
        if end and (found := later.first()):
            raise ValidationError(
                {
                    "goal_fiscal_year": (
                        f"{era_text(found.fiscal_year)}の中間の目標が、新しい"
                        "目標年度より後になります。先にその中間の目標を削除してください。"
                    )
                }
            )

    def publishing_scopes(self):
        return self.target.publishing_scopes()
