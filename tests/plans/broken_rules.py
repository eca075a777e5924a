"""Records that break one rule of the database each, tried in a form and without one.

A case is a function that makes a valid record and gives it with the values that break
the rule: `lambda: (a_plan(), {"title": ""})`.
"""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from plans.models import Plan


def messages_of_form(case) -> list[str]:
    """What a person is told who enters the values."""
    record, values = case()
    record.full_clean()
    for name, value in values.items():
        setattr(record, name, value)
    with pytest.raises(ValidationError) as refusal:
        record.full_clean()
    return refusal.value.messages


def refuses(case) -> bool:
    """Whether the database by itself keeps the values out."""
    record, values = case()
    try:
        write_past_the_form(record, values)
    except IntegrityError:
        return True
    return False


def write_past_the_form(record, values) -> None:
    """Write the values as code does that asks no form; raises at the commit."""
    with transaction.atomic():
        type(record).objects.filter(pk=record.pk).update(**values)
        # Stands for the commit, at which relations between tables are checked.
        connection.check_constraints()


def constraints_of(app_label: str) -> set[str]:
    """The names of an app's constraints that a write can break.

    The pair of primary key and plan never can: it is there to be pointed at.
    """
    return {
        constraint.name
        for model in apps.get_app_config(app_label).get_models()
        for constraint in model._meta.constraints
        if not constraint.name.endswith("_id_with_plan")
    }


def code_of_neighbour(make, **shared):
    """A record and the code of one beside it, while plans are drafts: codes may change.

    What is public refuses another code for its own reason.
    """
    record, other = make(**shared), make(**shared)
    Plan.objects.update(state="draft")
    return record, {"code": other.code}
