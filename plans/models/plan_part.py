"""Fields that every record inside a plan has."""

from django.core.validators import RegexValidator
from django.db import models

from plans.querysets import PlanPartQuerySet

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
        max_length=50,
        validators=[
            RegexValidator(
                rf"^{CODE_PATTERN}\Z",
                "コードは半角の英数字で始め、英数字、ハイフン、点だけで書いてください。",
            )
        ],
        help_text="アドレスになります。公開したあとは変えないでください。例：1-1",
    )
    position = models.PositiveSmallIntegerField("並び順", default=0)

    objects = PlanPartQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.plan} {self.code} {self.title}"

    def natural_key(self):
        return (self.plan.slug, self.code)

    natural_key.dependencies = ["plans.plan"]

    def publishing_scopes(self):
        return self.plan.publishing_scopes()

    def plan_of_parts(self):
        """The plan that records below this one belong to."""
        return self.plan


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
