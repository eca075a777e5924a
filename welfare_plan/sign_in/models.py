"""What is kept of logins: what happened, and the codes for a lost telephone."""

from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone


class AccessEvent(models.Model):
    """One thing at the door: somebody came in, was refused, left, took a file out.

    The database refuses to change or delete a row (plans.append_only).
    """

    class Kind(models.TextChoices):
        LOGIN = "login", "ログイン"
        FAILED = "failed", "ログインの失敗"
        LOCKED = "locked", "ログインの停止"
        LOGOUT = "logout", "ログアウト"
        IDLE = "idle", "時間切れのログアウト"
        PASSWORD = "password", "パスワードの変更"
        MAIL = "mail", "パスワードのリンクのメール"
        FACTOR = "factor", "2段階の確認の変更"
        FILE = "file", "ファイルの取り出し"

    at = models.DateTimeField("日時", default=timezone.now, db_index=True)
    kind = models.CharField("できごと", max_length=8, choices=Kind)
    person = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="職員",
    )
    address = models.GenericIPAddressField("接続元", null=True, blank=True)
    what = models.CharField("内容", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "利用の記録"
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d %H:%M}"


class RecoveryCode(models.Model):
    """A code that stands in for the telephone once; only its digest is kept."""

    person = models.ForeignKey(
        User, models.CASCADE, related_name="recovery_codes", verbose_name="職員"
    )
    digest = models.CharField("照合値", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "予備のコード"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["person", "digest"], name="recovery_code_unique"
            )
        ]

    def __str__(self):
        return f"{self.person_id}"
