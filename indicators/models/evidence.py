from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q

from indicators.models.collection_round import RoundItem


def _evidence_storage():
    return storages["evidence"]


class Evidence(models.Model):
    """根拠: a file or link behind an answer. Staff see it, visitors never do."""

    item = models.ForeignKey(
        RoundItem,
        verbose_name="照会の項目",
        on_delete=models.PROTECT,
        related_name="evidence",
    )
    file = models.FileField(
        "ファイル", storage=_evidence_storage, upload_to="%Y/%m", blank=True
    )
    name = models.CharField("ファイルの名前", max_length=200, blank=True)
    link = models.URLField("リンク", max_length=500, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="加えた人",
        on_delete=models.PROTECT,
        related_name="+",
    )
    added_at = models.DateTimeField("加えた日時", auto_now_add=True)

    class Meta:
        verbose_name = "根拠"
        verbose_name_plural = "根拠"
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(file="") ^ Q(link=""),
                name="evidence_is_a_file_or_a_link",
                violation_error_message=(
                    "根拠は、ファイルかリンクのどちらか一方にしてください。"
                ),
            )
        ]

    def __str__(self):
        return self.name or self.link
