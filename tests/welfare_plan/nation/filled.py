"""An invented nation for the tests of a module, known to the database's planner."""

from contextlib import contextmanager

from django.db import connection, transaction

from welfare_plan.nation.making import make_nation


@contextmanager
def a_nation(blocker, municipalities: int):
    """As large as asked, gone afterwards."""
    with blocker.unblock():
        with transaction.atomic():
            make_nation(municipalities, seed=1)
            _planner("ANALYZE")
            yield
            transaction.set_rollback(True)
        # Whoever counts no row on many pages, plans for none on the next ones either.
        _planner("VACUUM ANALYZE")


def _planner(statement):
    """What autovacuum does for a site: else PostgreSQL plans for empty tables, or later
    for full ones.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(statement)
