from django.db import models
from django.db.models import Q

from plans.constraints import same_plan
from plans.history import TrackedRecords
from plans.models import Measure, ThemesField
from plans.models.plan_part import PlanPart, unique_code


class CocreationAction(PlanPart):
    """共創型オーガナイズアクション: what one actor comes to feel and do.

    Each text holds one item a line. `appeal` is a plan's direct call to the actor.
    The outcome that the actors share is a field of the measure.
    """

    class Actor(models.TextChoices):
        CITIZEN = "citizen", "市民"
        COMMUNITY = "community", "地域"
        CITY = "city", "市"
        RESIDENTS_AND_GROUPS = "residents_and_groups", "地域住民・団体"

    measure = models.ForeignKey(
        Measure,
        verbose_name="基本施策",
        on_delete=models.CASCADE,
        related_name="cocreation_actions",
    )
    actor = models.CharField("対象", max_length=30, choices=Actor.choices)
    heading = models.CharField(
        "原典の見出し",
        max_length=100,
        blank=True,
        help_text="「地域住民のみなさんや団体は」など、呼びかけの見出し",
    )
    feeling_change = models.TextField(
        "気持ちの変化", blank=True, help_text="1行に1つ書きます。"
    )
    behaviour_change = models.TextField(
        "行動の変化", blank=True, help_text="1行に1つ書きます。"
    )
    appeal = models.TextField("呼びかけ", blank=True, help_text="1行に1つ書きます。")
    themes = ThemesField(
        "テーマ", help_text="選ばなければ、基本施策のテーマで見つかります。"
    )

    history = TrackedRecords()

    class Meta(PlanPart.Meta):
        verbose_name = "共創型オーガナイズアクション・呼びかけ"
        verbose_name_plural = "共創型オーガナイズアクション・呼びかけ"
        ordering = ["plan", "position", "code"]
        constraints = [
            unique_code("cocreationaction"),
            same_plan("cocreationaction", "measure", "基本施策"),
            models.UniqueConstraint(
                fields=["measure", "actor"],
                name="cocreationaction_one_row_an_actor",
                violation_error_message=(
                    "この基本施策には、同じ対象の行がすでにあります。"
                ),
            ),
            models.CheckConstraint(
                condition=~Q(feeling_change="", behaviour_change="", appeal=""),
                name="cocreationaction_says_something",
                violation_error_message=(
                    "気持ちの変化、行動の変化、呼びかけのどれかを入力してください。"
                ),
            ),
        ]

    def __str__(self):
        return f"{self.plan} {self.code} {self.get_actor_display()}"
