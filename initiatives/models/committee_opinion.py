from django.db import models
from django.db.models import Q

from plans.constraints import same_plan
from plans.fields import FiscalYearField
from plans.fiscal_year import label_text
from plans.history import TrackedRecords
from plans.models import BasicPolicy, Plan
from plans.page_scopes import with_banner
from plans.year_rules import refuse_year_not_begun


class CommitteeOpinion(models.Model):
    """委員会意見: what the committee said of a basic policy in a fiscal year."""

    class State(models.TextChoices):
        DRAFT = "draft", "下書き"
        PUBLISHED = "published", "公開"

    plan = models.ForeignKey(
        Plan,
        verbose_name="計画",
        on_delete=models.PROTECT,
        related_name="committee_opinions",
    )
    policy = models.ForeignKey(
        BasicPolicy,
        verbose_name="基本方針",
        on_delete=models.PROTECT,
        related_name="committee_opinions",
    )
    fiscal_year = FiscalYearField("年度", help_text="西暦。2025は令和7年度")
    text = models.TextField("意見")
    state = models.CharField(
        "公開の状態", max_length=20, choices=State.choices, default=State.DRAFT
    )
    is_sample = models.BooleanField("サンプル", default=False, editable=False)

    history = TrackedRecords()

    class Meta:
        verbose_name = "委員会意見"
        verbose_name_plural = "委員会意見"
        ordering = ["plan", "-fiscal_year", "policy"]
        indexes = [
            models.Index(
                "is_sample",
                name="committeeopinion_samples",
                condition=Q(is_sample=True),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["policy", "fiscal_year"],
                name="committeeopinion_one_a_year",
                violation_error_message="この年度の意見は、すでに登録されています。",
            ),
            same_plan("committeeopinion", "policy", "基本方針"),
        ]

    def __str__(self):
        return f"{self.policy} {label_text(self.fiscal_year)}"

    def clean(self):
        super().clean()
        refuse_year_not_begun(self.fiscal_year)

    def publishing_scopes(self):
        return with_banner(self.plan.publishing_scopes(), self)
