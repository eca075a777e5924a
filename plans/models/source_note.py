from django.db import models
from django.db.models import Q

from plans.history import TrackedRecords
from plans.models.plan_part import PlanPart, unique_code


class SourceNote(PlanPart):
    """Where a source is wrong, unclear or was corrected, and what the site shows.

    It points at the record by kind and code, not by foreign key, since records of
    higher apps have notes too.
    """

    class AboutKind(models.TextChoices):
        PLAN = "plan", "計画"
        SECTION = "section", "本文の節"
        POLICY = "policy", "基本方針"
        MEASURE = "measure", "基本施策"
        INITIATIVE = "initiative", "主な取組"
        TARGET = "target", "取組目標"
        SURVEY = "survey", "評価項目"
        GLOSSARY = "glossary", "用語"

    class Category(models.TextChoices):
        UNIT = "unit", "単位の不一致"
        BASELINE_YEAR = "baseline_year", "基準年度の違い"
        PLACEHOLDER = "placeholder", "仮の数値"
        NO_BASELINE = "no_baseline", "基準値の記載なし"
        REPEATED_TEXT = "repeated_text", "同じ文の重複"
        TITLE_VARIANT = "title_variant", "名称の不一致"
        REPEATED_NAME = "repeated_name", "同じ名前の取組"
        MISSING = "missing", "表や図・記載の欠け"
        SLIP_OF_MEANING = "slip_of_meaning", "意味が変わる誤記"
        SLIP = "slip", "意味の変わらない誤記"
        UNDEFINED_TERM = "undefined_term", "説明のない用語"
        DRAFT_MARKER = "draft_marker", "作成途中の印"
        ORDER = "order", "掲載順"
        OTHER = "other", "その他"

    class Certainty(models.TextChoices):
        CERTAIN = "certain", "確実"
        PROBABLE = "probable", "おそらく"
        UNCLEAR = "unclear", "分からない"

    about_kind = models.CharField(
        "対象の種類", max_length=20, choices=AboutKind.choices
    )
    about_code = models.CharField(
        "対象のコード", max_length=50, blank=True, help_text="計画そのものなら空欄"
    )
    category = models.CharField("内容の種類", max_length=20, choices=Category.choices)
    printed = models.TextField("原典の表記", blank=True)
    shown = models.TextField(
        "このサイトの表記", blank=True, help_text="原典のまま載せているときは空欄"
    )
    reason = models.TextField("理由")
    certainty = models.CharField("確からしさ", max_length=10, choices=Certainty.choices)
    settled = models.BooleanField("発行者の確認が済んだ", default=False)

    history = TrackedRecords()

    class Meta(PlanPart.Meta):
        verbose_name = "原典の表記についての注記"
        verbose_name_plural = "原典の表記についての注記"
        ordering = ["plan", "position", "code"]
        constraints = [
            unique_code("sourcenote"),
            models.CheckConstraint(
                condition=Q(shown="") | ~Q(printed=""),
                name="sourcenote_correction_shows_the_printed_words",
                violation_error_message=(
                    "このサイトの表記を変えたときは、原典の表記も入力してください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(shown="") | Q(certainty="certain"),
                name="sourcenote_corrects_only_what_is_certain",
                violation_error_message=(
                    "表記を改めるのは、誤りが確実なときだけにしてください。"
                ),
            ),
            models.CheckConstraint(
                condition=(Q(about_kind="plan") & Q(about_code=""))
                | (~Q(about_kind="plan") & ~Q(about_code="")),
                name="sourcenote_names_its_record",
                violation_error_message=(
                    "対象のコードを入力してください（計画そのものなら空欄）。"
                ),
            ),
        ]

    def __str__(self):
        return f"{self.get_about_kind_display()} {self.about_code}　{self.reason[:30]}"
