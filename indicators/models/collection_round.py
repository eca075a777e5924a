from django.conf import settings
from django.db import models
from django.db.models import F, Q

from plans.fields import FiscalYearField
from plans.fiscal_year import era_text
from plans.history import TrackedRecords
from plans.models import Publisher


class CollectionRound(models.Model):
    """照会: a publisher asks its departments for the figures of one fiscal year.

    What is owed, and by whom, stands in its items; the answers are Observations and
    Reviews of that year.
    """

    publisher = models.ForeignKey(
        Publisher,
        verbose_name="発行者",
        on_delete=models.PROTECT,
        related_name="collection_rounds",
    )
    fiscal_year = FiscalYearField("年度", help_text="西暦。2025は令和7年度")
    opens_on = models.DateField("入力を始める日")
    due_on = models.DateField("しめ切り")
    message = models.TextField("担当課へのお知らせ", blank=True)
    collects_reviews = models.BooleanField(
        "数値の目標がある計画でも、担当課評価（A～D）を集める", default=False
    )
    closed_at = models.DateTimeField("終えた日時", null=True, editable=False)

    history = TrackedRecords()

    class Meta:
        verbose_name = "照会"
        verbose_name_plural = "照会"
        ordering = ["-fiscal_year", "publisher"]
        permissions = [
            ("answer_round", "自分の課の実績と評価を入力できる"),
            ("approve_answers", "実績と評価を承認し、差し戻せる"),
            ("publish_answers", "承認された実績と評価を公開できる"),
            ("see_unpublished", "公開前の実績と評価を見られる"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["publisher", "fiscal_year"],
                name="collectionround_one_a_year",
                violation_error_message="この年度の照会は、すでにあります。",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("opens_on")),
                name="collectionround_due_after_opening",
                violation_error_message=(
                    "しめ切りは、入力を始める日かそれより後の日にしてください。"
                ),
            ),
        ]

    def __str__(self):
        return f"{self.publisher} {era_text(self.fiscal_year)}の照会"


class RoundItem(models.Model):
    """One thing that is asked for in a round: a figure, or a review in words.

    `department` and `person` owe it; without a department the planning section does.
    """

    round = models.ForeignKey(
        CollectionRound,
        verbose_name="照会",
        on_delete=models.PROTECT,
        related_name="items",
    )
    target = models.ForeignKey(
        "indicators.Target",
        verbose_name="取組目標",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="round_items",
    )
    initiative = models.ForeignKey(
        "initiatives.Initiative",
        verbose_name="主な取組",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="round_items",
    )
    measure = models.ForeignKey(
        "plans.Measure",
        verbose_name="基本施策",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="round_items",
    )
    policy = models.ForeignKey(
        "plans.BasicPolicy",
        verbose_name="基本方針",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="round_items",
    )
    department = models.ForeignKey(
        "initiatives.Department",
        verbose_name="担当課",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="round_items",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="担当者",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="round_items",
    )

    SUBJECTS = ("target", "initiative", "measure", "policy")

    history = TrackedRecords()

    class Meta:
        verbose_name = "照会の項目"
        verbose_name_plural = "照会の項目"
        ordering = ["round", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target__isnull=False, initiative=None, measure=None)
                & Q(policy=None)
                | Q(target=None, initiative__isnull=False, measure=None, policy=None)
                | Q(target=None, initiative=None, measure__isnull=False, policy=None)
                | Q(target=None, initiative=None, measure=None, policy__isnull=False),
                name="rounditem_has_one_subject",
                violation_error_message="照会の項目は、1つのことだけを聞きます。",
            ),
            *(
                models.UniqueConstraint(
                    fields=["round", subject],
                    name=f"rounditem_once_{subject}",
                    violation_error_message="この項目は、すでに照会に入っています。",
                )
                for subject in ("target", "initiative", "measure", "policy")
            ),
        ]

    def __str__(self):
        return f"{self.subject}"

    @property
    def subject(self):
        return self.target or self.initiative or self.measure or self.policy
