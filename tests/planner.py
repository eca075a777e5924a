"""What autovacuum does for a site: tells the planner of PostgreSQL what is there."""

from django.db import connection


def tell_planner(statement: str = "VACUUM ANALYZE") -> None:
    """Else PostgreSQL plans for empty tables, or later for full ones that are gone.

    Within a transaction only ANALYZE can be said.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(statement)
