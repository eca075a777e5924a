"""The queries of one request that is rendered, not taken from kept pages."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.kept_pages import no_pages_kept


def queries_of(client, address) -> int:
    """How many queries a page costs; fails unless it opens."""
    with no_pages_kept(), CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200, address
    return len(captured)


def plans_of(client, address) -> str:
    """How the database would answer the queries of a page if no table were small.

    PostgreSQL reads a small table whole and sorts it, whatever index there is.
    """
    explained = []

    def explain(execute, sql, params, many, context):
        if sql.lstrip("( ").startswith(("SELECT", "WITH")):
            with connection.cursor() as other:
                other.execute(f"EXPLAIN {sql}", params)
                explained.extend(line for (line,) in other.fetchall())
        return execute(sql, params, many, context)

    with no_pages_kept(), connection.cursor() as cursor:
        for way in ("seqscan", "sort"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        with connection.execute_wrapper(explain):
            assert client.get(address).status_code == 200, address
        for way in ("seqscan", "sort"):
            cursor.execute(f"SET LOCAL enable_{way} = on")
    return "\n".join(explained)
