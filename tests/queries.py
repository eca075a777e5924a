"""Counts the queries of one request that is rendered, not taken from kept pages."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.kept_pages import no_pages_kept


def queries_of(client, address) -> int:
    """How many queries a page costs; fails unless it opens."""
    with no_pages_kept(), CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200, address
    return len(captured)
