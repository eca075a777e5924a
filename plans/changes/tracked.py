"""The models that keep a history, and how their records hang together."""

from django.apps import apps
from django.db import models

from plans.models import Plan


def tracked_models() -> list[type[models.Model]]:
    """Every model with a history, in the order of the apps."""
    return [
        model
        for model in apps.get_models()
        if hasattr(model._meta, "simple_history_manager_attribute")
    ]


def plan_path(model) -> str:
    """How a filter reaches the plan of a record; "" where it belongs to none."""
    if model is Plan:
        return "id"
    if _has_plan(model):
        return "plan"
    owner = owner_field(model)
    if owner is not None and _has_plan(owner.related_model):
        return f"{owner.name}__plan"
    return ""


def owner_field(model) -> models.ForeignKey | None:
    """The relation to what a record is a part of: its first one that is required."""
    for field in model._meta.concrete_fields:
        if field.many_to_one and not field.null and field.name != "plan":
            return field
    return None


def _has_plan(model):
    return any(field.name == "plan" for field in model._meta.concrete_fields)
