"""Search engines are told of every public page, and of nothing else."""

from urllib.parse import urlsplit

import pytest
from defusedxml import ElementTree
from django.test import Client

from plans.publishing import publishing
from tests import factories
from tests.crawler import visit

pytestmark = pytest.mark.django_db


def entries(address):
    """Path to the time of the last change, of the addresses in a list."""
    tree = ElementTree.fromstring(Client().get(address).content)
    return [
        (urlsplit(each.findtext("{*}loc")).path, each.findtext("{*}lastmod"))
        for each in tree
    ]


def listed():
    return [path for each, _ in entries("/sitemap.xml") for path, _ in entries(each)]


def is_a_page(address):
    parts = urlsplit(address)
    return not parts.query and parts.path.endswith("/")


def test_every_page_that_can_be_reached_is_listed_once():
    reached = {
        address
        for address, response, _ in visit(Client(), is_wanted=is_a_page)
        if response.status_code == 200
    }

    found = listed()

    assert len(found) == len(set(found))
    assert set(found) == reached - {"/search/"}


def test_a_draft_is_not_listed():
    plan = factories.a_plan(slug="shitagaki", state="draft")
    factories.a_target(
        factories.an_initiative(factories.a_measure(factories.a_policy(plan)))
    )

    assert not [path for path in listed() if "shitagaki" in path]


def test_an_address_says_when_its_plan_last_changed():
    plan = factories.a_plan(slug="kawaru")
    target = factories.a_target(
        factories.an_initiative(factories.a_measure(factories.a_policy(plan)))
    )
    with publishing("plan:kawaru"):
        target.save()

    changed = dict(entries("/sitemap-plans-1.xml"))

    assert changed[target.get_absolute_url()].startswith("20")


def test_addresses_are_those_of_the_site_also_behind_a_proxy(settings):
    settings.SITE_URL = "https://plans.example.jp"

    response = Client().get("/sitemap-plans-1.xml")

    assert b"<loc>https://plans.example.jp/plans/" in response.content
    assert b"localhost" not in response.content


@pytest.mark.parametrize("section", ["site", "plans-1"])
def test_a_list_costs_three_queries_at_most(section, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        Client().get(f"/sitemap-{section}.xml")


def test_lists_stay_small_and_each_page_stands_in_one_of_them():
    publisher = factories.a_plan().publisher
    for number in range(45):
        factories.a_plan(slug=f"ooi-{number}", publisher=publisher)

    lists = [path for path, _ in entries("/sitemap.xml")]
    plans = [
        [path for path, _ in entries(each) if path.count("/") == 3 and "ooi" in path]
        for each in lists
    ]

    assert sorted(sum(plans, [])) == sorted(f"/plans/ooi-{n}/" for n in range(45))
    assert max(map(len, plans)) == 20
    assert len(lists) == 1 + 3


@pytest.mark.parametrize("name", ["plans-0", "plans-01", "plans-99", "plans-", "x"])
def test_a_list_that_there_is_not_is_not_found(name):
    assert Client().get(f"/sitemap-{name}.xml").status_code == 404


def test_robots_leave_alone_what_is_no_page_of_its_own():
    lines = Client().get("/robots.txt").content.decode().splitlines()

    assert lines[0] == "User-agent: *"
    assert {"Disallow: /staff/", "Disallow: /admin/", "Disallow: /search/"} < {*lines}
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"
