from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from plans.furigana.words import KANJI_RUN, ReadingDoesNotFitError, split_word
from plans.history import TrackedRecords
from plans.page_scopes import SITE


class Reading(models.Model):
    """ふりがな: how a word is read, on every page of the site.

    The longest word that stands at a place wins: 「柏市」 before 「市」.
    """

    class After(models.TextChoices):
        ANYTHING = "", "どこでも"
        NUMBER = "number", "数字のすぐ後"

    word = models.CharField(
        "言葉",
        max_length=60,
        help_text="漢字をふくむ言葉。ふつうの言葉は、前後の言葉とつなげて登録します。",
    )
    reading = models.CharField(
        "読み",
        max_length=120,
        validators=[
            RegexValidator(
                r"^[ぁ-ゖゝゞァ-ヶー・　 ]+\Z",
                "読みは、ひらがなかカタカナで入力してください。",
            )
        ],
        help_text="ひらがな。送りがなも入れます。例：取り組む → とりくむ",
    )
    after = models.CharField(
        "使うところ",
        max_length=10,
        choices=After.choices,
        blank=True,
        default=After.ANYTHING,
        help_text="「人」は、数字のすぐ後では「にん」、ほかでは「ひと」と読みます。",
    )

    history = TrackedRecords()

    class Meta:
        verbose_name = "ふりがな"
        verbose_name_plural = "ふりがな"
        ordering = ["word", "after"]
        constraints = [
            models.UniqueConstraint(
                fields=["word", "after"],
                name="reading_once_a_word",
                violation_error_message="この言葉の読みは、すでに登録されています。",
            )
        ]

    def __str__(self):
        return f"{self.word}（{self.reading}）"

    def clean(self):
        if not KANJI_RUN.search(self.word):
            raise ValidationError({"word": "漢字をふくむ言葉を入力してください。"})
        try:
            split_word(self.word, self.reading)
        except ReadingDoesNotFitError as error:
            fix = "送りがなも入れ、記号は「・」にしてください。例：取り組む → とりくむ"
            said = f"読みが言葉のかなと合いません。{fix}"
            raise ValidationError({"reading": said}) from error

    def publishing_scopes(self):
        return {SITE}
