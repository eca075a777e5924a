"""Rows that a subquery with few rows names."""

from django.db.models.lookups import In


class AmongFew(In):
    """`IN` for a subquery with few rows: found first and once, whatever else is asked.

    PostgreSQL puts a subquery after the joins where there are many of them
    (`join_collapse_limit`), and so would read every row of the table; or it looks for
    each of its rows anew through an index that finds them all at once.
    """

    def get_rhs_op(self, connection, rhs):
        if connection.vendor == "postgresql":
            return f"= ANY (ARRAY {rhs})"
        return super().get_rhs_op(connection, rhs)
