"""Counts the queries of one request."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(client, address) -> int:
    """How many queries a page costs; fails unless it opens."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200, address
    return len(captured)
