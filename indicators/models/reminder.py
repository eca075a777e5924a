from django.conf import settings
from django.db import models

from indicators.models.collection_round import CollectionRound


class Reminder(models.Model):
    """催促: one message to one address about what is still owed in a round.

    `person` is None where it went to the planning section as a whole.
    """

    round = models.ForeignKey(
        CollectionRound,
        verbose_name="照会",
        on_delete=models.PROTECT,
        related_name="reminders",
    )
    department = models.ForeignKey(
        "initiatives.Department",
        verbose_name="担当課",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="宛先の人",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    address = models.EmailField("宛先")
    item_count = models.PositiveSmallIntegerField("残っている件数")
    sent_on = models.DateField("送った日")
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="送った人",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "催促"
        verbose_name_plural = "催促"
        ordering = ["-sent_on", "-pk"]
        indexes = [
            models.Index(fields=["round", "address", "sent_on"], name="reminder_last")
        ]

    def __str__(self):
        return f"{self.round} {self.sent_on} {self.address}"
