from django.db import models


class PageRevision(models.Model):
    """The revision of the published content of one scope, raised by every edit.

    `*` rises with every edit; the others are those of plans.page_scopes.
    """

    scope = models.CharField("範囲", max_length=100, primary_key=True)
    rev = models.BigIntegerField("版")

    class Meta:
        verbose_name = "公開内容の版"
        verbose_name_plural = "公開内容の版"

    def __str__(self):
        return f"{self.scope} {self.rev}"
