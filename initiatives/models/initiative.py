from django.db import models
from django.urls import reverse

from initiatives.models.department import Department
from plans.constraints import same_plan
from plans.history import TrackedRecords
from plans.models import Measure, ThemesField
from plans.models.easy_summary import EasySummaryField
from plans.models.plan_part import SourcedPart, anchor_for_same_plan, unique_code


class Initiative(SourcedPart):
    """主な取組: the third level of a plan (活動方針, ①②…).

    Names are not unique: two measures may print the same initiative.
    """

    measure = models.ForeignKey(
        Measure,
        verbose_name="基本施策",
        on_delete=models.PROTECT,
        related_name="initiatives",
    )
    label = models.CharField(
        "原典の番号の表記", max_length=50, blank=True, help_text="「①」など"
    )
    title = models.CharField("名称", max_length=300)
    description = models.TextField("取組の説明", blank=True)
    easy_summary = EasySummaryField()
    themes = ThemesField("テーマ")
    department = models.ForeignKey(
        Department,
        verbose_name="担当課",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="initiatives",
    )

    history = TrackedRecords()

    class Meta(SourcedPart.Meta):
        verbose_name = "主な取組"
        verbose_name_plural = "主な取組"
        permissions = [("import_initiative", "主な取組をファイルから取り込める")]
        ordering = ["plan", "position", "code"]
        constraints = [
            unique_code("initiative"),
            anchor_for_same_plan("initiative"),
            same_plan("initiative", "measure", "基本施策"),
        ]

    def get_absolute_url(self):
        return reverse("initiative-detail", args=[self.plan.slug, self.code])
