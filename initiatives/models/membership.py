from django.conf import settings
from django.db import models

from initiatives.models.department import Department
from plans.history import TrackedRecords


class Membership(models.Model):
    """A person who works in a department and answers for its figures.

    Somebody who moves on loses the row; what was entered stays with the department.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="職員",
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    department = models.ForeignKey(
        Department,
        verbose_name="担当課",
        on_delete=models.PROTECT,
        related_name="memberships",
    )

    history = TrackedRecords()

    class Meta:
        verbose_name = "所属"
        verbose_name_plural = "所属"
        ordering = ["department", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "department"],
                name="membership_once",
                violation_error_message="この職員は、すでにこの課に所属しています。",
            )
        ]

    def __str__(self):
        return f"{self.department} {self.user}"
