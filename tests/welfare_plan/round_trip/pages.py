"""What visitors get from a site: the body of every address."""

from collections import Counter

from django.db import connection
from django.test import Client
from django.urls import resolve

from tests.crawler import body_of, visit
from tests.rights_world import routes

_SEARCHES = ("?q=地域", "?q=防災+柏市", "?q=令和12年度", "?q=直した")
# PostgreSQL runs after SQLite has looked at every single page.
_MOST_OF_A_TYPE = {"sqlite": 1_000, "postgresql": 3}


class _SomeOfEachType:
    def __init__(self):
        self._seen = Counter()

    def __call__(self, address):
        route = _route(address)
        self._seen[route] += 1
        return self._seen[route] <= _MOST_OF_A_TYPE[connection.vendor]


def bodies_of_site() -> dict[str, tuple[int, bytes]]:
    """Every address that a link leads to, one of each type with furigana, searches."""
    client = Client()
    found = {
        address: (response.status_code, body_of(response))
        for address, response, _ in visit(client, is_wanted=_SomeOfEachType())
    }
    one_of_each = {_route(address): address for address in found}
    more = [f"/{route}" for route in routes() if _is_public(route)]
    more += [f"/search/{query}" for query in _SEARCHES]
    more += [f"{_path(address)}?furigana=1" for address in one_of_each.values()]
    return {**found, **bodies_at(more)}


def bodies_at(addresses) -> dict[str, tuple[int, bytes]]:
    client = Client()
    responses = {address: client.get(address) for address in addresses}
    return {
        address: (response.status_code, body_of(response))
        for address, response in responses.items()
    }


def _route(address):
    return resolve(_path(address)).route


def _path(address):
    return address.partition("?")[0]


def _is_public(route):
    return "<" not in route and not route.startswith(("staff/", "admin/"))
