from django.db import models

from plans.constraints import same_plan
from plans.history import TrackedRecords
from plans.models import Measure
from plans.models.plan_part import PlanPart, unique_code


class Voice(PlanPart):
    """An interview printed with a measure: the words and the role, never the name."""

    measure = models.ForeignKey(
        Measure,
        verbose_name="基本施策",
        on_delete=models.CASCADE,
        related_name="voices",
    )
    quotation = models.TextField("ことば")
    role = models.CharField(
        "話した人の役割",
        max_length=200,
        help_text="役割だけを書きます。個人の名前は書かないでください。",
    )

    history = TrackedRecords()

    class Meta(PlanPart.Meta):
        verbose_name = "インタビュー"
        verbose_name_plural = "インタビュー"
        ordering = ["plan", "position", "code"]
        constraints = [unique_code("voice"), same_plan("voice", "measure", "基本施策")]

    def __str__(self):
        return f"{self.plan} {self.code} {self.role}"
