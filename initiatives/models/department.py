from django.apps import apps
from django.db import models
from django.db.models import F, Q

from plans.circles import refuse_a_circle
from plans.fields import FiscalYearField
from plans.history import TrackedRecords
from plans.models import Plan, Publisher


class DepartmentManager(models.Manager):
    def get_by_natural_key(self, publisher_slug, code):
        return self.get(publisher__slug=publisher_slug, code=code)


class Department(models.Model):
    """担当課: a section of a publisher, in charge of initiatives and figures.

    `valid_to_fy` is the last fiscal year before a reorganisation; `successor` is the
    department that took over.
    """

    publisher = models.ForeignKey(
        Publisher,
        verbose_name="発行者",
        on_delete=models.PROTECT,
        related_name="departments",
    )
    code = models.SlugField("コード")
    name = models.CharField("名称", max_length=100)
    valid_from_fy = FiscalYearField(
        "最初の年度", null=True, blank=True, help_text="西暦。2023は令和5年度"
    )
    valid_to_fy = FiscalYearField(
        "最後の年度", null=True, blank=True, help_text="今もある課は空欄"
    )
    successor = models.ForeignKey(
        "self",
        verbose_name="引き継いだ課",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
    )

    objects = DepartmentManager()

    history = TrackedRecords()

    class Meta:
        verbose_name = "担当課"
        verbose_name_plural = "担当課"
        permissions = [("import_department", "担当課をファイルから取り込める")]
        ordering = ["publisher", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["publisher", "code"],
                name="department_code_unique_in_publisher",
                violation_error_message=(
                    "このコードは、同じ発行者の別の課で使われています。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(valid_from_fy=None)
                | Q(valid_to_fy=None)
                | Q(valid_to_fy__gte=F("valid_from_fy")),
                name="department_years_in_order",
                violation_error_message=(
                    "最後の年度は、最初の年度以後にしてください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | ~Q(successor=F("id")),
                name="department_is_not_its_own_successor",
                violation_error_message=("引き継いだ課には、別の課を選んでください。"),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        refuse_a_circle(self, "successor", "引き継いだ課には、別の課を選んでください。")

    def natural_key(self):
        return (self.publisher.slug, self.code)

    natural_key.dependencies = ["plans.publisher"]

    def publishing_scopes(self):
        """Its publisher's, and those of the plans that name it or have named it.

        With a department its plans name the one that took over from it.
        """
        scopes = {self.publisher.own_scope}
        if self.pk is None:
            return scopes
        named = {self.pk, *self.predecessors.values_list("pk", flat=True)}
        past = apps.get_model("initiatives", "HistoricalInitiative").objects
        plans = Plan.objects.filter(
            Q(initiative_set__department__in=named)
            | Q(target_set__department__in=named)
            | Q(pk__in=past.filter(department__in=named).order_by().values("plan"))
        )
        return scopes | {plan.own_scope for plan in plans.distinct()}
