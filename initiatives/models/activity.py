from django.db import models

from initiatives.models.initiative import Initiative
from plans.constraints import same_plan
from plans.history import TrackedRecords
from plans.models.plan_part import PlanPart, unique_code


class Activity(PlanPart):
    """参考事業 or a bullet of 具体的な取組: one line under an initiative."""

    initiative = models.ForeignKey(
        Initiative,
        verbose_name="主な取組",
        on_delete=models.CASCADE,
        related_name="activities",
    )
    text = models.TextField("内容")

    history = TrackedRecords()

    class Meta(PlanPart.Meta):
        verbose_name = "具体的な取組・参考事業"
        verbose_name_plural = "具体的な取組・参考事業"
        permissions = [("import_activity", "具体的な取組をファイルから取り込める")]
        ordering = ["plan", "position", "code"]
        constraints = [
            unique_code("activity"),
            same_plan("activity", "initiative", "主な取組"),
        ]

    def __str__(self):
        return f"{self.plan} {self.code} {self.text[:40]}"
