"""However much a page shows, it asks the database a few times: some of every type."""

import re
from collections import defaultdict

import pytest

from indicators.models import Target
from plans.models import BasicPolicy
from tests.public_addresses import public_pages
from tests.queries import queries_of
from welfare_plan.samples import load_samples

pytestmark = pytest.mark.django_db

MOST, MOST_OF_A_DASHBOARD = 4, 6
_OF_A_TYPE = 3


def some_of_every_type():
    """The data's own pages have tests of their own beside them."""
    pages = [*public_pages(), *embedded(), "/feed.atom", "/plans/kita-ku/feed.atom"]
    types = defaultdict(list)
    for page in pages:
        types[re.sub(r"[^/?]*\d[^/?]*|(?<=^/plans/)[^/]+", "*", page)].append(page)
    return [page for those in types.values() for page in those[:_OF_A_TYPE]]


def embedded():
    for model, place in ((Target, "targets"), (BasicPolicy, "policies")):
        for record in model.objects.public().order_by("pk").reverse()[:2]:
            for form in (".svg", "/"):
                yield f"/embed/{place}/{record.plan.slug}/{record.code}{form}"


def ceiling_of(page):
    return MOST_OF_A_DASHBOARD if "dashboard/" in page else MOST


@pytest.mark.long
@pytest.mark.parametrize("parameters", [{}, {"furigana": "1"}])
def test_no_page_asks_more_often_than_it_may(client, parameters):
    load_samples()
    pages = some_of_every_type()

    too_often = {}
    for page in pages:
        address = with_parameters(page, parameters)
        asked = queries_of(client, address)
        if asked > ceiling_of(page):
            too_often[address] = asked

    assert len(pages) > 60
    assert too_often == {}


def with_parameters(page, parameters):
    asked = "&".join(f"{name}={value}" for name, value in parameters.items())
    return f"{page}{'&' if '?' in page else '?'}{asked}" if asked else page
