from django.db import models
from django.urls import reverse

from plans.constraints import same_plan
from plans.history import TrackedRecords
from plans.models.measure import Measure
from plans.models.plan_part import SourcedPart, unique_code
from plans.models.theme import ThemesField


class ConsultationWindow(SourcedPart):
    """相談窓口: a place that the plan itself names for residents to turn to.

    Nothing is added to what the plan says: no telephone number that it does not print.
    What counts as one, and as which kind: docs/decisions/0015-themes.md.
    """

    class Kind(models.TextChoices):
        WINDOW = "window", "相談できるところ"
        SERVICE = "service", "相談や支援を受けられる事業"
        ACTIVITY = "activity", "活動したい人、手伝いたい人のところ"
        PLANNED = "planned", "これからできるところ"
        RELATED = "related", "計画に名前が出てくる団体や機関"

    measure = models.ForeignKey(
        Measure,
        verbose_name="基本施策",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="consultation_windows",
        help_text="窓口の名前が出てくる基本施策。計画全体の窓口なら空欄",
    )
    name = models.CharField("窓口の名称", max_length=200)
    kind = models.CharField(
        "種類",
        max_length=20,
        choices=Kind.choices,
        default=Kind.WINDOW,
        help_text="「相談したい」のページで、どの見出しの下に載せるか",
    )
    for_whom = models.CharField(
        "だれの、何の相談か",
        max_length=200,
        blank=True,
        help_text="計画の言葉を短く抜き出します。例：就学前の乳幼児と保護者及び妊婦",
    )
    about = models.TextField(
        "計画の文", help_text="窓口の名前が出てくる文を、計画の言葉のまま書きます。"
    )
    contact = models.CharField(
        "連絡先",
        max_length=300,
        blank=True,
        help_text="原典に印刷されているか、発行者が確かめたときだけ書きます。",
    )
    themes = ThemesField("テーマ")

    history = TrackedRecords()

    class Meta(SourcedPart.Meta):
        verbose_name = "相談窓口"
        verbose_name_plural = "相談窓口"
        ordering = ["plan", "position", "code"]
        constraints = [
            unique_code("consultationwindow"),
            same_plan("consultationwindow", "measure", "基本施策"),
        ]

    def __str__(self):
        return f"{self.plan} {self.name}"

    @property
    def anchor(self):
        """Its place on the page of all windows."""
        return f"window-{self.plan.slug}-{self.code}"

    def get_absolute_url(self):
        return f"{reverse('consult')}#{self.anchor}"
