from django.db import models
from django.urls import reverse

from plans.constraints import same_plan
from plans.history import TrackedRecords
from plans.models.easy_summary import EasySummaryField
from plans.models.plan_part import SourcedPart, anchor_for_same_plan, unique_code
from plans.models.theme import ThemesField


class BasicPolicy(SourcedPart):
    """基本方針: the first level of a plan (柱, 基本計画, 計画Ⅰ, 重点方針)."""

    label = models.CharField(
        "原典の番号の表記",
        max_length=50,
        blank=True,
        help_text="「柱1」「計画Ⅰ」など。空欄なら1段目の呼び名とコードを表示します。",
    )
    title = models.CharField("名称", max_length=300)
    overview = models.TextField("方針の説明", blank=True)
    easy_summary = EasySummaryField()
    themes = ThemesField("テーマ", help_text="下に基本施策がない方針だけに選びます。")

    history = TrackedRecords()

    class Meta(SourcedPart.Meta):
        verbose_name = "基本方針"
        verbose_name_plural = "基本方針"
        permissions = [("import_basicpolicy", "基本方針をファイルから取り込める")]
        ordering = ["plan", "position", "code"]
        constraints = [unique_code("basicpolicy"), anchor_for_same_plan("basicpolicy")]

    def get_absolute_url(self):
        return reverse("policy-detail", args=[self.plan.slug, self.code])


class Measure(SourcedPart):
    """基本施策: the second level of a plan (重点目標, 地域実践プロジェクト)."""

    policy = models.ForeignKey(
        BasicPolicy,
        verbose_name="基本方針",
        on_delete=models.PROTECT,
        related_name="measures",
    )
    label = models.CharField(
        "原典の番号の表記",
        max_length=50,
        blank=True,
        help_text="「基本施策 1」「(1)」など、印刷されているとおりに",
    )
    title = models.CharField("名称", max_length=300)
    description = models.TextField("施策の説明", blank=True)
    actions_heading = models.CharField(
        "共創の表の見出し",
        max_length=300,
        blank=True,
        help_text="原典に印刷された見出し。表がなくても見出しがあれば書きます。",
    )
    outcome = models.TextField("成果", blank=True)
    easy_summary = EasySummaryField()
    themes = ThemesField("テーマ")

    history = TrackedRecords()

    class Meta(SourcedPart.Meta):
        verbose_name = "基本施策"
        verbose_name_plural = "基本施策"
        permissions = [("import_measure", "基本施策をファイルから取り込める")]
        ordering = ["plan", "position", "code"]
        constraints = [
            unique_code("measure"),
            anchor_for_same_plan("measure"),
            same_plan("measure", "policy", "基本方針"),
        ]

    def get_absolute_url(self):
        return reverse("measure-detail", args=[self.plan.slug, self.code])
