from django.db import models
from django.db.models import Q

from plans.constraints import same_plan
from plans.history import TrackedRecords
from plans.models.measure import BasicPolicy, Measure
from plans.models.plan_part import SourcedPart, unique_code


class Section(SourcedPart):
    """A stretch of prose of a plan, a basic policy or a measure.

    The body is plain text: a blank line ends a paragraph, and lines that start with
    ・ or ☆ are a list. An empty body is a heading printed with nothing under it,
    or, of the kind `group`, the heading of the sections after it.
    """

    class Kind(models.TextChoices):
        PURPOSE = "purpose", "目的"
        BACKGROUND = "background", "背景・位置づけ"
        PERIOD = "period", "期間"
        PHILOSOPHY = "philosophy", "理念"
        STRUCTURE = "structure", "構成・体系"
        ISSUES = "issues", "現状と課題"
        ROLES = "roles", "役割"
        EVALUATION = "evaluation", "進捗評価"
        COLUMN = "column", "コラム"
        FIGURE = "figure", "図・表"
        CONTACT = "contact", "問い合わせ先"
        GROUP = "group", "下の節をまとめる見出し"
        OTHER = "other", "その他"

    policy = models.ForeignKey(
        BasicPolicy,
        verbose_name="基本方針",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="sections",
    )
    measure = models.ForeignKey(
        Measure,
        verbose_name="基本施策",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="sections",
    )
    kind = models.CharField("種類", max_length=20, choices=Kind.choices)
    heading = models.CharField("見出し", max_length=300)
    body = models.TextField(
        "本文",
        blank=True,
        help_text="空行で段落を分けます。「・」「☆」で始まる行は箇条書きになります。",
    )

    history = TrackedRecords()

    class Meta(SourcedPart.Meta):
        verbose_name = "本文の節"
        verbose_name_plural = "本文の節"
        permissions = [("import_section", "本文の節をファイルから取り込める")]
        ordering = ["plan", "position", "code"]
        constraints = [
            unique_code("section"),
            same_plan("section", "policy", "基本方針"),
            same_plan("section", "measure", "基本施策"),
            models.CheckConstraint(
                condition=Q(policy=None) | Q(measure=None),
                name="section_has_one_home",
                violation_error_message=(
                    "基本方針と基本施策は、どちらか一方だけを選んでください。"
                ),
            ),
        ]

    def __str__(self):
        return f"{self.plan} {self.code} {self.heading}"
