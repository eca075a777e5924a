"""A file that somebody uploaded: read once, looked at, then confirmed or not."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class ImportState(models.TextChoices):
    PREVIEWED = "previewed", "確定待ち"
    CONFIRMED = "confirmed", "確定済み"
    CANCELLED = "cancelled", "取りやめ"


class FileImport(models.Model):
    """取り込み: what was read of a file, kept from the preview to its confirmation.

    Nothing of it is in the plans before it is confirmed, and then all of it is.
    `content` is what was read, `digest` the SHA-256 of the file in hexadecimal.
    """

    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="取り込んだ人",
        on_delete=models.PROTECT,
        related_name="+",
    )
    uploaded_at = models.DateTimeField("受け付けた日時", auto_now_add=True)
    file_name = models.CharField("ファイルの名前", max_length=255)
    digest = models.CharField("ファイルの指紋", max_length=64)
    content = models.JSONField("読み取った内容")
    state = models.CharField(
        "状態",
        max_length=20,
        choices=ImportState.choices,
        default=ImportState.PREVIEWED,
    )
    confirmed_at = models.DateTimeField("確定した日時", null=True, blank=True)

    State = ImportState

    class Meta:
        abstract = True
        ordering = ["-uploaded_at"]

    def __str__(self):
        return self.file_name


def confirmed_has_a_moment(name: str) -> models.CheckConstraint:
    """The constraint of each kind of import: confirmed, and only then, at a moment."""
    return models.CheckConstraint(
        condition=Q(state="confirmed", confirmed_at__isnull=False)
        | (~Q(state="confirmed") & Q(confirmed_at=None)),
        name=f"{name}_confirmed_at_a_moment",
    )
