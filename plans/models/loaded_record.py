from django.db import models


class LoadedRecord(models.Model):
    """What `load_plans` last wrote for one record of a plan file.

    A record whose content still has this digest was not edited and follows a newer
    file; one that differs was edited by staff and is left alone.
    """

    file_name = models.CharField("ファイル", max_length=200)
    model_label = models.CharField("記録の種類", max_length=100)
    natural_key = models.CharField("コード", max_length=300)
    object_pk = models.BigIntegerField("番号")
    digest = models.CharField("内容の指紋", max_length=64)

    class Meta:
        verbose_name = "読み込みの記録"
        verbose_name_plural = "読み込みの記録"
        constraints = [
            models.UniqueConstraint(
                fields=["model_label", "natural_key"],
                name="loadedrecord_key_unique",
            ),
        ]

    def __str__(self):
        return f"{self.model_label} {self.natural_key}"
