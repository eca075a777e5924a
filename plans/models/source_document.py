from django.db import models

from plans.history import TrackedRecords
from plans.page_scopes import SITE


class SourceDocumentManager(models.Manager):
    def get_by_natural_key(self, code):
        return self.get(code=code)


class SourceDocument(models.Model):
    """A printed document, or a part of one, that plans were transcribed from."""

    code = models.SlugField("番号", unique=True)
    title = models.CharField(
        "原典の題名",
        max_length=300,
        blank=True,
        help_text="印刷されているとおりに。題名がなければ空欄のままにします。",
    )
    description = models.TextField("どのような資料か")

    objects = SourceDocumentManager()

    history = TrackedRecords()

    class Meta:
        verbose_name = "原典"
        verbose_name_plural = "原典"
        ordering = ["code"]

    def __str__(self):
        return f"原典{self.code}　{self.title or '（題名の印刷なし）'}"

    def natural_key(self):
        return (self.code,)

    def publishing_scopes(self):
        """Pages of several plans may quote one document; one of no plan is on none."""
        quoted_by = self.plans.all() if self.pk else ()
        return {plan.own_scope for plan in quoted_by} or {SITE}
