from django.db import models

from plans.models.file_import import FileImport, confirmed_has_a_moment
from plans.models.plan import Plan


class PlanImport(FileImport):
    """計画の取り込み: a whole plan from a filled-in template.

    `plan` is the draft that it became, once it is confirmed.
    """

    plan = models.ForeignKey(
        Plan,
        verbose_name="できた計画",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta(FileImport.Meta):
        verbose_name = "計画の取り込み"
        verbose_name_plural = "計画の取り込み"
        constraints = [confirmed_has_a_moment("planimport")]
