from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Max, Q
from django.urls import reverse

from indicators.models.changed_terms import changed_without_reason, reason_needed
from indicators.models.printed_decimals import refuse_more_decimals
from initiatives.models import Department, Initiative
from plans.constraints import same_plan
from plans.fields import FiscalYearField
from plans.history import TrackedRecords
from plans.models import Measure
from plans.models.plan_part import SourcedPart, anchor_for_same_plan, unique_code

# What a judgement is made by. Once a value is published, a change needs a reason.
TERM_FIELDS = (
    "evaluation_mode",
    "direction",
    "decimals",
    "baseline_value",
    "baseline_unit",
    "baseline_fiscal_year",
    "goal_state",
    "goal_value",
    "goal_unit",
    "goal_fiscal_year",
    "goal_text",
    "unit_confirmed",
)


class Target(SourcedPart):
    """取組目標: what is followed, where it stood, and the goal it must reach.

    Values are as printed, in the printed unit; 0.5 with the unit % means 0.5 %.
    Fiscal years are the western year of their April. It belongs to an initiative, or
    to a measure where the plan has no initiatives there.
    """

    class GoalState(models.TextChoices):
        SET = "set", "数値"
        UNDECIDED = "undecided", "未定"
        STATEMENT = "statement", "定性（言葉による目標）"

    class EvaluationMode(models.TextChoices):
        GOAL = "goal", "目標に向かう"
        MAINTAIN = "maintain", "保つ"
        MONITOR = "monitor", "推移を見る（良し悪しを判定しない）"

    class MeasureType(models.TextChoices):
        FLOW = "flow", "年間の量"
        STOCK = "stock", "年度末の時点の量"
        CUMULATIVE = "cumulative", "累計"
        RATIO = "ratio", "割合"

    class Direction(models.TextChoices):
        INCREASE = "increase", "増やす"
        DECREASE = "decrease", "減らす"

    initiative = models.ForeignKey(
        Initiative,
        verbose_name="主な取組",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="targets",
    )
    measure = models.ForeignKey(
        Measure,
        verbose_name="基本施策",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="targets",
        help_text="主な取組のない計画だけで選びます。",
    )
    name = models.CharField("名称", max_length=300, blank=True)
    scope_note = models.CharField("範囲の注記", max_length=300, blank=True)
    measure_type = models.CharField(
        "値の種類", max_length=20, choices=MeasureType.choices, blank=True
    )
    evaluation_mode = models.CharField(
        "判定のしかた",
        max_length=20,
        choices=EvaluationMode.choices,
        default=EvaluationMode.GOAL,
    )
    direction = models.CharField(
        "めざす向き", max_length=20, choices=Direction.choices, blank=True
    )
    decimals = models.PositiveSmallIntegerField(
        "小数点以下の桁数", default=0, validators=[MaxValueValidator(4)]
    )
    baseline_value = models.DecimalField(
        "基準値", max_digits=16, decimal_places=4, null=True, blank=True
    )
    baseline_unit = models.CharField("基準値の単位", max_length=30, blank=True)
    baseline_fiscal_year = FiscalYearField(
        "基準年度", null=True, blank=True, help_text="西暦。2023は令和5年度"
    )
    baseline_as_printed = models.CharField(
        "基準値の原典の表記", max_length=200, blank=True
    )
    goal_state = models.CharField(
        "目標値の状態", max_length=20, choices=GoalState.choices, default=GoalState.SET
    )
    goal_value = models.DecimalField(
        "目標値", max_digits=16, decimal_places=4, null=True, blank=True
    )
    goal_unit = models.CharField("目標値の単位", max_length=30, blank=True)
    goal_fiscal_year = FiscalYearField(
        "目標年度", null=True, blank=True, help_text="西暦。2030は令和12年度"
    )
    goal_as_printed = models.CharField("目標値の原典の表記", max_length=200, blank=True)
    goal_text = models.TextField("言葉による目標", blank=True)
    unit_confirmed = models.BooleanField(
        "単位の違いを確認した",
        default=False,
        help_text="基準値と目標値の単位が違うとき、同じものと確認できたら印を付けます。",
    )
    cumulative_from_fy = FiscalYearField(
        "累計を始めた年度", null=True, blank=True, help_text="累計のときだけ。西暦"
    )
    department = models.ForeignKey(
        Department,
        verbose_name="担当課",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="targets",
    )

    history = TrackedRecords()
    history_reason = ""

    class Meta(SourcedPart.Meta):
        verbose_name = "取組目標"
        verbose_name_plural = "取組目標"
        permissions = [("import_target", "取組目標をファイルから取り込める")]
        ordering = ["plan", "position", "code"]
        constraints = [
            unique_code("target"),
            anchor_for_same_plan("target"),
            same_plan("target", "initiative", "主な取組"),
            same_plan("target", "measure", "基本施策"),
            models.CheckConstraint(
                condition=Q(initiative=None, measure__isnull=False)
                | Q(initiative__isnull=False, measure=None),
                name="target_has_one_parent",
                violation_error_message=(
                    "主な取組と基本施策の、どちらか一方だけを選んでください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(baseline_fiscal_year=None)
                | Q(goal_fiscal_year=None)
                | Q(goal_fiscal_year__gt=F("baseline_fiscal_year")),
                name="target_goal_after_baseline",
                violation_error_message=(
                    "目標年度は、基準年度より後の年度にしてください。"
                ),
            ),
            models.CheckConstraint(
                condition=(Q(goal_state="statement") & ~Q(goal_text=""))
                | (~Q(goal_state="statement") & ~Q(name="")),
                name="target_has_words_to_show",
                violation_error_message=(
                    "名称を入力してください。目標値の状態が「定性」のときは、"
                    "言葉による目標を入力してください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(goal_state="set") | Q(goal_value=None),
                name="target_number_only_for_a_set_goal",
                violation_error_message=(
                    "目標値を入力するときは、目標値の状態を「数値」にしてください。"
                ),
            ),
            models.CheckConstraint(
                condition=~Q(measure_type="cumulative")
                | Q(cumulative_from_fy__isnull=False),
                name="target_cumulative_has_a_start",
                violation_error_message=(
                    "値の種類が「累計」のときは、累計を始めた年度を入力してください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(baseline_value=None) | ~Q(baseline_unit=""),
                name="target_baseline_has_a_unit",
                violation_error_message="基準値の単位を入力してください。",
            ),
            models.CheckConstraint(
                condition=Q(goal_value=None) | ~Q(goal_unit=""),
                name="target_goal_has_a_unit",
                violation_error_message="目標値の単位を入力してください。",
            ),
            models.CheckConstraint(
                condition=Q(decimals__lte=4),
                name="target_decimals_at_most_four",
                violation_error_message="小数点以下の桁数は0から4までです。",
            ),
        ]

    @property
    def title(self):
        """The printed name; a goal in words without a name speaks for itself."""
        return self.name or self.goal_text

    def get_absolute_url(self):
        return reverse("target-detail", args=[self.plan.slug, self.code])

    def clean(self):
        super().clean()
        for field in ("baseline_value", "goal_value"):
            self.refuse_more_decimals(field, getattr(self, field))
        changed = changed_without_reason(self, TERM_FIELDS)
        if changed and self.last_published_year():
            more = "目標の中間見直しは、「目標の見直し」に入力してください。"
            raise reason_needed(self, "公表した値", changed, more)
        self._refuse_to_leave_the_plan()

    def _refuse_to_leave_the_plan(self):
        """Its public values stay where they are listed, corrected and withdrawn."""
        rows = type(self).objects.filter(pk=self.pk).exclude(plan_id=self.plan_id)
        if rows.exists() and self.last_published_year():
            raise ValidationError("公表した値があるため、別の計画へは移せません。")

    def last_published_year(self) -> int:
        """The newest fiscal year with a publication; 0 where there is none."""
        published = self.observations.filter(publications__isnull=False)
        return published.aggregate(last=Max("fiscal_year"))["last"] or 0

    def refuse_more_decimals(self, field, value):
        """Refuse a value that is finer than the target's figures are printed."""
        refuse_more_decimals(field, value, self.decimals or 0)

    def refuse_goal_not_after_baseline(self, goal_fiscal_year):
        """Refuse a revised goal whose year is not after the baseline's."""
        start = self.baseline_fiscal_year
        if start and goal_fiscal_year and goal_fiscal_year <= start:
            raise ValidationError(
                {
                    "goal_fiscal_year": (
                        "目標年度は、基準年度より後の年度にしてください。"
                    )
                }
            )
