"""The site with an invented nation: every page stays small, and says that it is one."""

import gzip

import pytest

from plans.models import Plan
from tests.queries import queries_of
from tests.welfare_plan.nation.addresses import CODE, DASHBOARDS, LISTS, OF_ONE_CITY
from tests.welfare_plan.nation.filled import a_nation

pytestmark = [pytest.mark.django_db, pytest.mark.long]

_BYTES = 60_000


@pytest.fixture(scope="module")
def nation(django_db_setup, django_db_blocker):
    with a_nation(django_db_blocker, 24):
        yield


@pytest.mark.parametrize("address", [*LISTS, *OF_ONE_CITY])
def test_a_page_costs_four_queries_and_few_bytes(client, nation, address):
    assert queries_of(client, address) <= 4
    assert size_of(client, address) < _BYTES


@pytest.mark.parametrize("address", DASHBOARDS)
def test_a_dashboard_costs_six_queries_and_few_bytes(client, nation, address):
    assert queries_of(client, address) <= 6
    assert size_of(client, address) < _BYTES


def size_of(client, address):
    return len(gzip.compress(client.get(address).content, 6))


@pytest.mark.parametrize("address", [*LISTS, *OF_ONE_CITY, *DASHBOARDS])
def test_every_page_says_that_the_values_are_samples(client, nation, address):
    page = client.get(address).content.decode()

    assert "サンプル値のお知らせ" in page
    assert "「サンプル」で始まる" in page


def test_a_search_in_one_city_finds_its_plans_alone(client, nation):
    page = client.get(f"/search/?city={CODE}&q=見守り").content.decode()
    elsewhere = Plan.objects.filter(slug__startswith="sample-")
    elsewhere = elsewhere.exclude(publisher__municipality_code=CODE)

    assert f"/plans/sample-{CODE}-" in page
    assert not any(f"/plans/{plan.slug}/" in page for plan in elsewhere)


def test_the_front_page_offers_prefectures_in_place_of_plans(client, nation):
    page = client.get("/").content.decode()

    assert "/prefectures/01/" in page
    assert "planlist" not in page
    assert "市区町村の名前" in page


def test_no_select_box_lists_all_plans_or_bodies(client, nation):
    for address in (*LISTS, *DASHBOARDS):
        page = client.get(address).content.decode()

        assert page.count("<option") < 120, address
