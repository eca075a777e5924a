from django.conf import settings
from django.db import models
from django.db.models import Q

from indicators.models.observation import Observation


class PublishedValue(models.Model):
    """What visitors see of one observation: the value with its judgement, frozen.

    Each publication adds a row with the next revision; none is ever changed. The
    judgement is stored as it was made, with the terms of the target, the version of the
    rules, the limits of the plan and the words and numbers of its sum, and is never
    reckoned again.
    """

    observation = models.ForeignKey(
        Observation,
        verbose_name="実績値",
        on_delete=models.PROTECT,
        related_name="publications",
    )
    revision = models.PositiveSmallIntegerField("版")
    value = models.DecimalField(
        "公表した値", max_digits=16, decimal_places=4, null=True
    )
    value_state = models.CharField(
        "数値でないとき",
        max_length=20,
        choices=Observation.ValueState.choices,
        blank=True,
    )
    provisional = models.BooleanField("速報")
    break_in_series = models.BooleanField("数え方が変わった")
    note = models.CharField("注記", max_length=300, blank=True)
    reason = models.TextField("理由・説明", blank=True)
    terms = models.JSONField("判定したときの基準値と目標値", default=dict)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="承認した人",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="公開した人",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    published_at = models.DateTimeField("公表した日時")
    is_correction = models.BooleanField("訂正", default=False)
    correction_reason = models.CharField("直した理由", max_length=300, blank=True)
    status = models.CharField("判定", max_length=30)
    status_why = models.CharField("判定できない理由", max_length=30, blank=True)
    sentence = models.TextField("判定の理由")
    expected_text = models.CharField("目安", max_length=40, blank=True)
    progress_text = models.CharField("進捗率", max_length=40, blank=True)
    steps = models.JSONField("判定の計算", default=list)
    rule_version = models.CharField("判定の版", max_length=20)
    limits = models.JSONField("判定の設定", default=dict)

    class Meta:
        verbose_name = "公表した値"
        verbose_name_plural = "公表した値"
        ordering = ["observation", "revision"]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="publishedvalue_newest"),
            models.Index(fields=["status"], name="publishedvalue_by_status"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["observation", "revision"], name="publishedvalue_revision"
            ),
            models.CheckConstraint(
                condition=Q(revision__gte=1), name="publishedvalue_revision_from_one"
            ),
            models.CheckConstraint(
                condition=Q(is_correction=False)
                | (Q(revision__gt=1) & ~Q(correction_reason="")),
                name="publishedvalue_correction_has_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.observation} 第{self.revision}版"
