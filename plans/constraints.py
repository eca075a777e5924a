"""A database constraint that keeps a record and its parent in one plan."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.utils import DEFAULT_DB_ALIAS


class SamePlanConstraint(models.BaseConstraint):
    """The parent named by `parent` must belong to the record's own plan.

    A composite foreign key (parent_id, plan_id) -> (id, plan_id) in the database;
    the parent needs `anchor_for_same_plan`. An empty parent passes.
    """

    def __init__(self, *, parent, name, **kwargs):
        super().__init__(name=name, **kwargs)
        self.parent = parent

    def _clause(self, model, schema_editor):
        parent = model._meta.get_field(self.parent)
        plan = model._meta.get_field("plan")
        quote = schema_editor.quote_name
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY "
            f"({quote(parent.column)}, {quote(plan.column)}) REFERENCES "
            f"{quote(parent.related_model._meta.db_table)} "
            f"({quote('id')}, {quote('plan_id')}) DEFERRABLE INITIALLY DEFERRED"
        )

    def constraint_sql(self, model, schema_editor):
        return self._clause(model, schema_editor)

    def create_sql(self, model, schema_editor):
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} ADD {self._clause(model, schema_editor)}"

    def remove_sql(self, model, schema_editor):
        quote = schema_editor.quote_name
        return (
            f"ALTER TABLE {quote(model._meta.db_table)} "
            f"DROP CONSTRAINT {quote(self.name)}"
        )

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        if exclude and (self.parent in exclude or "plan" in exclude):
            return
        parent = getattr(instance, self.parent)
        if parent is not None and parent.plan_id != instance.plan_id:
            raise ValidationError(
                self.get_violation_error_message(), code=self.violation_error_code
            )

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        kwargs["parent"] = self.parent
        return path, args, kwargs

    def __eq__(self, other):
        if isinstance(other, SamePlanConstraint):
            return self.deconstruct() == other.deconstruct()
        return super().__eq__(other)

    __hash__ = None


def same_plan(model_name, parent, parent_label):
    """A SamePlanConstraint with its name and its Japanese message."""
    return SamePlanConstraint(
        parent=parent,
        name=f"{model_name}_{parent}_in_same_plan",
        violation_error_message=f"{parent_label}は、同じ計画のものを選んでください。",
    )
