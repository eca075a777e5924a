from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from initiatives.models.answer import Answer, in_work
from initiatives.models.initiative import Initiative
from plans.constraints import same_plan
from plans.fields import FiscalYearField
from plans.fiscal_year import label_text
from plans.history import TrackedRecords
from plans.models import BasicPolicy, Measure, Plan
from plans.page_scopes import with_banner
from plans.year_rules import refuse_year_not_begun


class Review(Answer):
    """担当課評価: the yearly self-assessment of an initiative, measure or policy.

    It belongs to the lowest level that the plan has there; visitors see it once it is
    published.
    """

    class Rating(models.TextChoices):
        ABOVE = "A", "計画を上回る"
        AS_PLANNED = "B", "おおむね計画どおり"
        NEEDS_REVISION = "C", "見直しが必要"
        NOT_STARTED = "D", "未着手・中止"

    plan = models.ForeignKey(
        Plan, verbose_name="計画", on_delete=models.PROTECT, related_name="reviews"
    )
    policy = models.ForeignKey(
        BasicPolicy,
        verbose_name="基本方針",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reviews",
    )
    measure = models.ForeignKey(
        Measure,
        verbose_name="基本施策",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reviews",
    )
    initiative = models.ForeignKey(
        Initiative,
        verbose_name="主な取組",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reviews",
    )
    fiscal_year = FiscalYearField("年度", help_text="西暦。2025は令和7年度")
    rating = models.CharField("評価", max_length=1, choices=Rating.choices, blank=True)
    comment = models.TextField("担当課のことば", blank=True)
    is_sample = models.BooleanField("サンプル", default=False, editable=False)

    history = TrackedRecords()

    class Meta:
        verbose_name = "担当課評価"
        verbose_name_plural = "担当課評価"
        ordering = ["plan", "-fiscal_year", "pk"]
        indexes = [
            models.Index(
                "is_sample",
                name="review_samples",
                condition=Q(is_sample=True),
            ),
            in_work("review_in_work"),
            models.Index(fields=["fiscal_year"], name="review_by_year"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "returned"])
                | (~Q(rating="") & ~Q(comment="")),
                name="review_says_something",
                violation_error_message=(
                    "評価（A～D）とことばを入力してから、提出してください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(policy__isnull=False, measure=None, initiative=None)
                | Q(policy=None, measure__isnull=False, initiative=None)
                | Q(policy=None, measure=None, initiative__isnull=False),
                name="review_has_one_subject",
                violation_error_message=(
                    "基本方針、基本施策、主な取組のうち、1つだけを選んでください。"
                ),
            ),
            *(
                models.UniqueConstraint(
                    fields=[subject, "fiscal_year"],
                    name=f"review_one_a_year_{subject}",
                    violation_error_message=(
                        "この年度の評価は、すでに登録されています。"
                    ),
                )
                for subject in ("policy", "measure", "initiative")
            ),
            same_plan("review", "policy", "基本方針"),
            same_plan("review", "measure", "基本施策"),
            same_plan("review", "initiative", "主な取組"),
        ]

    def __str__(self):
        return f"{self.subject} {label_text(self.fiscal_year)} {self.rating}"

    def clean(self):
        super().clean()
        refuse_year_not_begun(self.fiscal_year)
        if self.measure and self.measure.initiatives.exists():
            self._refuse_level("measure", self.measure.plan.level3_label)
        if self.policy and self.policy.measures.exists():
            self._refuse_level("policy", self.policy.plan.level2_label)

    def _refuse_level(self, field, below):
        """A review above the lowest level would be shown nowhere."""
        raise ValidationError(
            {
                field: (
                    f"この下に「{below}」があります。評価は、"
                    f"「{below}」を1つずつ選んで登録してください。"
                )
            }
        )

    @property
    def subject(self):
        return self.initiative or self.measure or self.policy

    def publishing_scopes(self):
        return with_banner(self.plan.publishing_scopes(), self)
