"""A walk through a list holds when records are added, moved or removed meanwhile."""

import pytest
from django.test import Client

from tests import factories
from tests.indicators.published import publish_value
from tests.queries import queries_of
from tests.welfare_plan.api.answers import API, answer, walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative():
    plan = factories.a_plan(slug="mihon")
    return factories.an_initiative(factories.a_measure(factories.a_policy(plan)))


def codes(rows):
    return [row["target_code"] for row in rows]


def targets(initiative, *given):
    for code in given:
        factories.a_target(initiative, code=code)


def test_what_is_added_behind_is_read_and_what_is_added_before_hides_nothing(
    initiative,
):
    targets(initiative, "b", "d", "f")
    first = answer("targets?plan_id=mihon&limit=2")
    targets(initiative, "a", "c", "e")

    rest = walk(first["next"])

    assert codes(first["items"]) == ["b", "d"]
    assert codes(rest) == ["e", "f"]


def test_the_record_that_a_cursor_names_may_be_gone(initiative):
    targets(initiative, "b", "d", "f")
    first = answer("targets?plan_id=mihon&limit=2")
    initiative.targets.get(code="d").delete()

    assert codes(walk(first["next"])) == ["f"]


def test_a_new_order_of_the_plan_repeats_nothing(initiative):
    targets(initiative, "b", "d", "f")
    first = answer("targets?plan_id=mihon&limit=2")
    initiative.targets.filter(code="b").update(position=9_999)

    assert codes(walk(first["next"])) == ["f"]


def test_letters_are_in_one_order_on_every_database(initiative):
    targets(initiative, "1-10", "1-2", "B", "a", "1.1", "Z")

    found = codes(walk("targets?plan_id=mihon&limit=1"))

    assert found == ["1-10", "1-2", "1.1", "B", "Z", "a"]


def test_years_are_read_as_numbers(initiative):
    target = factories.a_target(initiative, code="t")
    for year in (2024, 2023, 2025):
        publish_value(target, year, "940")

    found = walk("observations?plan_id=mihon&limit=1")

    assert [row["fiscal_year"] for row in found] == [2023, 2024, 2025]


def test_the_last_page_says_that_it_is_the_last(initiative):
    targets(initiative, "b", "d")

    assert answer("targets?plan_id=mihon&limit=2")["next"] is None


def test_the_next_page_keeps_what_was_asked_for(initiative):
    targets(initiative, "b", "d")

    following = answer("targets?plan_id=mihon&fiscal_year=2024&limit=1")["next"]

    assert following == (
        f"{API}targets?plan_id=mihon&fiscal_year=2024&limit=1&cursor=mihon/b"
    )


@pytest.mark.parametrize("name", ["targets", "observations"])
def test_more_records_cost_no_more_queries(initiative, name):
    def with_values(count):
        for _ in range(count):
            publish_value(factories.a_target(initiative), 2024, "940")

    client, address = Client(), f"{API}{name}?plan_id=mihon&limit=100"
    with_values(1)
    few = queries_of(client, address)
    with_values(12)

    assert queries_of(client, address) == few <= 4
