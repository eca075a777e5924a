"""Fields that every record inside a plan has."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from plans.constraints import SamePlanConstraint
from plans.fields import PositionField
from plans.querysets import PlanPartQuerySet

CODE_LENGTH = 50
CODE_PATTERN = r"[0-9A-Za-z][0-9A-Za-z.-]*"


class PlanPart(models.Model):
    """A record that belongs to one plan and has a code of its own in it.

    The code is part of the public address: once published it never changes meaning.
    """

    plan = models.ForeignKey(
        "plans.Plan",
        verbose_name="計画",
        on_delete=models.PROTECT,
        related_name="%(class)s_set",
    )
    code = models.CharField(
        "コード",
        max_length=CODE_LENGTH,
        validators=[
            RegexValidator(
                rf"^{CODE_PATTERN}\Z",
                "コードは半角の英数字で始め、英数字、ハイフン、点だけで書いてください。",
            )
        ],
        help_text="アドレスになります。公開したあとは変えないでください。例：1-1",
    )
    position = PositionField("並び順", default=0)

    objects = PlanPartQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.plan} {self.code} {self.title}"

    def clean(self):
        super().clean()
        if self.pk is None or self.plan_id is None:
            return
        rows = type(self)._default_manager.filter(pk=self.pk)
        for stored in rows.select_related("plan"):
            self._refuse_to_leave_parts_behind(stored)
            self._refuse_another_address(stored)

    def _refuse_to_leave_parts_behind(self, stored):
        if stored.plan_id != self.plan_id and self._has_parts_below():
            raise ValidationError(
                "下に記録があるため、別の計画へは移せません。"
                "先に下の記録を移すか、削除してください。"
            )

    def _refuse_another_address(self, stored):
        """Visitors may have kept the address of a page with the code."""
        has_page = hasattr(self, "get_absolute_url")
        is_public = stored.plan.state != stored.plan.State.DRAFT
        if has_page and is_public and stored.code != self.code:
            raise ValidationError(
                {
                    "code": (
                        "公開した計画のコードは、アドレスになっているため変えられません。"
                        f"「{stored.code}」に戻してください。"
                    )
                }
            )

    def _has_parts_below(self):
        """Whether a record that must stay in the same plan belongs to this one."""
        return any(
            isinstance(constraint, SamePlanConstraint)
            and constraint.parent == relation.field.name
            and relation.related_model.objects.filter(
                **{relation.field.name: self}
            ).exists()
            for relation in self._meta.related_objects
            for constraint in relation.related_model._meta.constraints
        )

    def natural_key(self):
        return (self.plan.slug, self.code)

    natural_key.dependencies = ["plans.plan"]

    def publishing_scopes(self):
        return self.plan.publishing_scopes()


class SourcedPart(PlanPart):
    """A part that says where in its plan's source document it was printed."""

    source_heading = models.CharField(
        "原典の見出し",
        max_length=300,
        blank=True,
        help_text="原典のどこにあるかを、見出しの言葉で書きます。",
    )
    source_page = models.CharField(
        "原典のページ", max_length=20, blank=True, help_text="分かるときだけ"
    )

    class Meta(PlanPart.Meta):
        abstract = True


def unique_code(model_name):
    """The constraint that makes a code unique in its plan."""
    return models.UniqueConstraint(
        fields=["plan", "code"],
        name=f"{model_name}_code_unique_in_plan",
        violation_error_message=(
            "このコードは、同じ計画の別の記録で使われています。別のコードにしてください。"
        ),
    )


def anchor_for_same_plan(model_name):
    """The pair of columns that a SamePlanConstraint of a child points at."""
    return models.UniqueConstraint(
        fields=["id", "plan"], name=f"{model_name}_id_with_plan"
    )
