"""A database that goes away, for `connection.execute_wrapper`."""

from django.db import OperationalError

AWAY = "connection failed: no route\nsecond line of a long report"


def away(execute, *args):
    raise OperationalError(AWAY)


def away_from_writing(model, *, number):
    """Goes away at this number of the writings into the table of a model."""
    left = number

    def wrapper(execute, sql, params, many, context):
        nonlocal left
        if sql.startswith(("INSERT", "UPDATE")) and f'"{model._meta.db_table}"' in sql:
            left -= 1
        # To end a savepoint is no asking: a lost connection ends all of them at once.
        if left <= 0 and "SAVEPOINT" not in sql:
            raise OperationalError(AWAY)
        return execute(sql, params, many, context)

    return wrapper
