"""What visitors get from a site: the body of every address."""

import json
import re
from collections import Counter
from urllib.parse import urljoin

from django.db import connection
from django.test import Client
from django.urls import resolve

from tests.crawler import body_of, visit
from tests.rights_world import routes
from tests.welfare_plan.api.answers import API
from tests.welfare_plan.api.examples import ADDRESSES
from welfare_plan.for_crawlers.sitemaps import list_names

_SEARCHES = ("?q=地域", "?q=防災+柏市", "?q=令和12年度", "?q=直した")
# PostgreSQL runs after SQLite has looked at every single page.
_MOST_OF_A_TYPE = {"sqlite": 1_000, "postgresql": 3}
_EMBEDDED = re.compile(r"/plans/([^/]+)/(targets|policies)/([^/]+)/")
# Raised by the import itself, as decision 20 has it.
_DAYS = re.compile(rb"<lastmod>[^<]*</lastmod>")


# Each file of tables in CSV is in the csv.zip beside it, byte by byte.
_IN_THE_ZIP = re.compile(r"/data/plans/.*\.csv")


class _SomeOfEachType:
    def __init__(self):
        self._seen = Counter()

    def __call__(self, address):
        if _IN_THE_ZIP.fullmatch(address):
            return False
        route = _route(address)
        self._seen[route] += 1
        return self._seen[route] <= _MOST_OF_A_TYPE[connection.vendor]


def bodies_of_site() -> dict[str, tuple[int, bytes]]:
    """Every address that a link leads to, and those that none does.

    One of each type with furigana, searches, the API, cards in frames, sitemaps.
    """
    client = Client()
    found = {
        address: (response.status_code, body_of(response))
        for address, response, _ in visit(client, is_wanted=_SomeOfEachType())
    }
    one_of_each = {_route(address): address for address in found}
    more = [f"/{route}" for route in routes() if _is_public(route)]
    more += [f"/search/{query}" for query in _SEARCHES]
    more += [f"{_path(address)}?furigana=1" for address in one_of_each.values()]
    more += [f"/sitemap-{name}.xml" for name in list_names()]
    more += [card for address in found for card in _cards(address)]
    return {**found, **bodies_at(more), **_answers(client)}


def _cards(address):
    """What other sites may show of a page."""
    if match := _EMBEDDED.fullmatch(address):
        plan, kind, code = match.groups()
        yield f"/embed/{kind}/{plan}/{code}/"
        yield f"/embed/{kind}/{plan}/{code}.svg"


def _answers(client) -> dict[str, tuple[int, bytes]]:
    """The API: the lists page by page, and the examples of its description."""
    found = {}
    for example in ADDRESSES.values():
        address = API + example.replace("limit=1", "limit=100")
        while address and address not in found:
            response = client.get(address)
            found[address] = response.status_code, response.content
            following = json.loads(response.content).get("next")
            address = following and urljoin(address, following)
    return found


def bodies_at(addresses) -> dict[str, tuple[int, bytes]]:
    client = Client()
    responses = {address: client.get(address) for address in addresses}
    return {
        address: (response.status_code, _DAYS.sub(b"", body_of(response)))
        for address, response in responses.items()
    }


def _route(address):
    """The pattern of the address; each file of the data is a type of its own."""
    match = resolve(_path(address))
    return f"{match.route} {match.kwargs.get('file_name', '')}"


def _path(address):
    return address.partition("?")[0]


def _is_public(route):
    return "<" not in route and not route.startswith(("staff/", "admin/"))
