"""No file holds anything that is not published."""

import pytest
from django.test import Client

from tests import canary
from tests.welfare_plan.open_data.files import all_files, texts_in
from welfare_plan.for_crawlers.sitemaps import list_names

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    plan = canary.a_public_plan()
    canary.plant(plan)
    return plan


@pytest.mark.parametrize("of_one_plan", [True, False], ids=["a plan", "all plans"])
def test_no_file_holds_what_is_not_published(plan, of_one_plan):
    files = all_files(plan if of_one_plan else None)

    leaks = {
        address: signs
        for address, data in files.items()
        for text in texts_in(data)
        if (signs := canary.found_in(text))
    }
    # The words beside them are there, and so the files were not empty.
    with_values = [
        address
        for address, data in files.items()
        if any(canary.SEEN in text for text in texts_in(data))
    ]
    assert len(files) > 50
    assert len(with_values) >= 3
    assert leaks == {}


def test_no_list_for_machines_names_what_is_not_published(plan):
    client = Client()
    lists = ["/data/catalog.jsonld", "/sitemap.xml", "/robots.txt"]
    lists += [f"/sitemap-{section}.xml" for section in list_names()]

    texts = {where: b"".join(client.get(where)).decode() for where in lists}

    assert {where: canary.found_in(text) for where, text in texts.items()} == {
        where: [] for where in lists
    }
    assert sum(text.count(plan.slug) for text in texts.values()) >= 5
