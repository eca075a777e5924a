"""All checks of a record, with one query for its check constraints together.

Django asks the database about each of them; in a file of many rows that is most of
the time that the rows take.
"""

from functools import cache, reduce
from operator import and_

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint


def check_record(record, exclude=()) -> None:
    """As `full_clean()`: raises ValidationError with everything that is wrong."""
    if exclude or not _is_right(record):
        record.full_clean(exclude=exclude)


def _is_right(record) -> bool:
    try:
        record.full_clean(validate_constraints=False)
        for constraint in _together(type(record)):
            constraint.validate(type(record), record)
    except ValidationError:
        return False
    return True


@cache
def _together(model):
    """The constraints of a model, its check constraints as one."""
    own = model._meta.constraints
    checks = [each for each in own if isinstance(each, CheckConstraint)]
    others = [each for each in own if each not in checks]
    if not checks:
        return others
    condition = reduce(and_, (each.condition for each in checks))
    return [CheckConstraint(condition=condition, name="all_checks"), *others]
