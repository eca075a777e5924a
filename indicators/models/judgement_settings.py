from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from plans.history import TrackedRecords
from plans.models import Plan


class JudgementSettings(models.Model):
    """A city's own limits for judging the targets and surveys of one plan.

    Shares between 0 and 1. A plan without a row is judged by the defaults.
    """

    plan = models.OneToOneField(
        Plan,
        verbose_name="計画",
        on_delete=models.CASCADE,
        related_name="judgement_settings",
    )
    k_on = models.DecimalField(
        "順調とする割合",
        max_digits=4,
        decimal_places=3,
        default=Decimal("0.95"),
        help_text="目安までの変化のうち、どこまで進めば順調か。0.95は95%",
    )
    k_slight = models.DecimalField(
        "やや遅れとする割合",
        max_digits=4,
        decimal_places=3,
        default=Decimal("0.60"),
        help_text="0.6は60%。順調とする割合以下にします。",
    )
    regress_tol = models.DecimalField(
        "後退とみなさない幅",
        max_digits=4,
        decimal_places=3,
        default=Decimal("0.05"),
        help_text="基準値から目標までの幅の何割まで悪化しても「遅れ」とするか",
    )
    assumed_n = models.PositiveIntegerField(
        "回答数が分からないときの仮の数", default=1000
    )

    history = TrackedRecords()

    class Meta:
        verbose_name = "判定の設定"
        verbose_name_plural = "判定の設定"
        constraints = [
            models.CheckConstraint(
                condition=Q(k_slight__gte=0)
                & Q(k_on__gte=F("k_slight"))
                & Q(k_on__lte=1)
                & Q(regress_tol__gte=0)
                & Q(regress_tol__lt=1),
                name="judgementsettings_shares_in_order",
                violation_error_message=(
                    "割合は0から1までで、やや遅れの割合を順調の割合以下にしてください。"
                    "後退とみなさない幅は0以上1未満です。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(assumed_n__gte=1),
                name="judgementsettings_assumed_n_positive",
                violation_error_message="仮の回答数は1以上にしてください。",
            ),
        ]

    def __str__(self):
        return f"{self.plan} の判定の設定"

    def publishing_scopes(self):
        return self.plan.publishing_scopes()
