from django.db import models

from plans.fields import FiscalYearField
from plans.fiscal_year import label_text
from plans.models import Plan


class CouncilReport(models.Model):
    """The council's pack of one plan and year, frozen when it was published.

    `content` holds the ready rows and sentences of its pages.
    """

    plan = models.ForeignKey(
        Plan,
        verbose_name="計画",
        on_delete=models.PROTECT,
        related_name="council_reports",
    )
    fiscal_year = FiscalYearField("年度")
    as_of = models.DateField("現在")
    published_at = models.DateTimeField("公表した日時")
    content = models.JSONField("内容")

    class Meta:
        verbose_name = "議会・委員会資料"
        verbose_name_plural = "議会・委員会資料"
        ordering = ["plan", "-fiscal_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "fiscal_year"],
                name="councilreport_one_a_year",
                violation_error_message="この年度の資料は、すでに公表されています。",
            ),
        ]

    def __str__(self):
        return f"{self.plan} {label_text(self.fiscal_year)}"
