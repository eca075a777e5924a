from django.db import models

from plans.history import TrackedRecords
from plans.models.plan_part import SourcedPart, unique_code


class GlossaryTerm(SourcedPart):
    """A word that a plan marks as a term, with its definition where it prints one."""

    term = models.CharField("用語", max_length=100)
    reading = models.CharField("読み", max_length=100, blank=True)
    definition = models.TextField(
        "意味", blank=True, help_text="原典に説明がなければ空欄のままにします。"
    )

    history = TrackedRecords()

    class Meta(SourcedPart.Meta):
        verbose_name = "用語"
        verbose_name_plural = "用語"
        permissions = [("import_glossaryterm", "用語をファイルから取り込める")]
        ordering = ["plan", "position", "code"]
        constraints = [unique_code("glossaryterm")]

    def __str__(self):
        return self.term
