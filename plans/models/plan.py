from django.db import models
from django.db.models import F, Q

from plans.addresses import address_of
from plans.circles import refuse_a_circle
from plans.fields import FiscalYearField, PositionField
from plans.history import TrackedRecords
from plans.page_scopes import plan_scope
from plans.querysets import PlanQuerySet


class Plan(models.Model):
    """One published plan, with its own words for its levels.

    Fiscal years are the western year of their April. The title, publisher and
    period stay empty where the source does not print them.
    """

    class Kind(models.TextChoices):
        ADMINISTRATIVE = "administrative", "行政計画"
        ACTIVITY = "activity", "活動計画"

    class State(models.TextChoices):
        DRAFT = "draft", "下書き"
        PUBLISHED = "published", "公開"
        ARCHIVED = "archived", "終了した計画として公開"

    slug = models.SlugField("アドレス用の名前", unique=True)
    state = models.CharField(
        "公開の状態", max_length=20, choices=State.choices, default=State.DRAFT
    )
    kind = models.CharField(
        "種類",
        max_length=20,
        choices=Kind.choices,
        blank=True,
        help_text="原典から分からなければ空欄のままにします。",
    )
    title = models.CharField(
        "計画の名称",
        max_length=300,
        blank=True,
        help_text="原典に印刷されているとおりに。印刷がなければ空欄のままにします。",
    )
    working_title = models.CharField(
        "仮の名称",
        max_length=300,
        blank=True,
        help_text="名称の印刷がないときに使います。必ず「仮の名称」と添えて表示します。",
    )
    publisher = models.ForeignKey(
        "plans.Publisher",
        verbose_name="発行者",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="plans",
        help_text="原典に印刷がなければ空欄のままにします。",
    )
    publisher_as_printed = models.CharField(
        "原典の発行者の表記", max_length=300, blank=True
    )
    area_name = models.CharField(
        "地域", max_length=100, help_text="本文に出てくる市や区の名前"
    )
    issued_as_printed = models.CharField(
        "原典の発行時期の表記", max_length=100, blank=True
    )
    period_start_fy = FiscalYearField(
        "計画期間の最初の年度", null=True, blank=True, help_text="西暦。2023は令和5年度"
    )
    period_end_fy = FiscalYearField(
        "計画期間の最後の年度",
        null=True,
        blank=True,
        help_text="西暦。2030は令和12年度",
    )
    parent = models.ForeignKey(
        "self",
        verbose_name="もとになる計画",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="related_plans",
    )
    predecessor = models.ForeignKey(
        "self",
        verbose_name="前の期の計画",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successors",
        help_text="この計画が引き継いだ計画。両方のページが互いを案内します。",
    )
    source_document = models.ForeignKey(
        "plans.SourceDocument",
        verbose_name="原典",
        on_delete=models.PROTECT,
        related_name="plans",
    )
    source_heading = models.CharField("原典の見出し", max_length=300, blank=True)
    level1_label = models.CharField("1段目の呼び名", max_length=50, default="基本方針")
    level2_label = models.CharField("2段目の呼び名", max_length=50, default="基本施策")
    level3_label = models.CharField("3段目の呼び名", max_length=50, default="主な取組")
    activity_label = models.CharField(
        "取組の中身の呼び名", max_length=50, default="具体的な取組"
    )
    target_label = models.CharField("目標の呼び名", max_length=50, default="取組目標")
    position = PositionField("並び順", default=0)

    objects = PlanQuerySet.as_manager()

    history = TrackedRecords()

    class Meta:
        verbose_name = "計画"
        verbose_name_plural = "計画"
        ordering = ["position", "slug"]
        indexes = [
            models.Index(fields=["position", "slug"], name="plan_in_order"),
            models.Index(fields=["area_name"], name="plan_by_area"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") | ~Q(working_title=""),
                name="plan_has_a_name",
                violation_error_message=(
                    "計画の名称か仮の名称のどちらかを入力してください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(period_start_fy=None)
                | Q(period_end_fy=None)
                | Q(period_end_fy__gte=F("period_start_fy")),
                name="plan_period_ends_after_start",
                violation_error_message=(
                    "計画期間の最後の年度は、最初の年度以後にしてください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(predecessor=None) | ~Q(predecessor=F("id")),
                name="plan_is_not_its_own_predecessor",
                violation_error_message=(
                    "前の期の計画には、別の計画を選んでください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")),
                name="plan_is_not_its_own_parent",
                violation_error_message=(
                    "もとになる計画には、別の計画を選んでください。"
                ),
            ),
        ]

    def __str__(self):
        return self.title or f"{self.working_title}（仮の名称）"

    def clean(self):
        super().clean()
        refuse_a_circle(
            self, "parent", "もとになる計画には、別の計画を選んでください。"
        )
        refuse_a_circle(
            self, "predecessor", "前の期の計画には、別の計画を選んでください。"
        )

    def natural_key(self):
        return (self.slug,)

    def get_absolute_url(self):
        return address_of("plan-detail", self.slug)

    @property
    def own_scope(self):
        return plan_scope(self.slug)

    def publishing_scopes(self):
        """Its own pages, and those of the plans that name it on theirs."""
        linked = filter(None, (self.parent, self.predecessor))
        return {plan.own_scope for plan in (self, *linked)}
