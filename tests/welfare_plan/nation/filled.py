"""An invented nation for the tests of a module, known to the database's planner."""

from contextlib import contextmanager

from django.db import transaction

from tests.planner import tell_planner
from welfare_plan.nation.making import make_nation


@contextmanager
def a_nation(blocker, municipalities: int):
    """As large as asked, gone afterwards."""
    with blocker.unblock():
        with transaction.atomic():
            make_nation(municipalities, seed=1)
            tell_planner("ANALYZE")
            yield
            transaction.set_rollback(True)
        # Whoever counts no row on many pages, plans for none on the next ones either.
        tell_planner()
