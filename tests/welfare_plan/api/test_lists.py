"""A list says what the download of the same table says, record by record."""

import json
from decimal import Decimal

import pytest
from django.test import Client

from tests.queries import queries_of
from tests.welfare_plan.api.answers import API, answer, get, walk
from tests.welfare_plan.open_data.files import fetched
from welfare_plan.api.operations import OPERATIONS
from welfare_plan.api.resources import RESOURCES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("samples", "november")]

TABLES = [resource.table.name for resource in RESOURCES]
PLAN = "mihon-shi-chiiki-fukushi"


def downloaded(name, plan=None):
    return json.loads(fetched(f"{name}.json", plan), parse_float=Decimal)


def in_any_order(records):
    return sorted(records, key=repr)


@pytest.mark.parametrize("name", TABLES)
def test_a_walk_through_a_list_gives_each_record_of_the_download_once(name):
    found = walk(f"{name}?limit=13")

    assert found
    assert in_any_order(found) == in_any_order(downloaded(name))


def test_a_target_says_what_the_download_says_and_where_it_was_printed():
    plans = {row["plan_id"]: row for row in downloaded("plans")}

    found = walk("targets?limit=13")

    own = ("source_id", "source_title", "judgement")
    rest = [{k: v for k, v in each.items() if k not in own} for each in found]
    assert in_any_order(rest) == in_any_order(downloaded("targets"))
    for each in found:
        assert each["source_id"] == plans[each["plan_id"]]["source_id"]
        assert each["source_title"] == plans[each["plan_id"]]["source_title"]


def test_the_results_of_all_plans_are_those_of_the_download():
    plans = [row["plan_id"] for row in walk("plans")]

    found = [
        row for plan in plans for row in walk(f"survey_results?plan_id={plan}&limit=3")
    ]

    assert found
    assert in_any_order(found) == in_any_order(downloaded("survey_results"))


def test_an_indicator_comes_with_its_results():
    code = "1"
    indicator = walk(f"survey_indicators?plan_id={PLAN}")[0]
    code = indicator["survey_indicator_code"]

    found = answer(f"survey_indicators/{PLAN}/{code}")

    results = found.pop("results")
    assert found == indicator
    assert results == [
        row
        for row in downloaded("survey_results")
        if row["survey_indicator_id"] == indicator["survey_indicator_id"]
    ]


def test_one_plan_is_read_by_its_id():
    (expected,) = [row for row in downloaded("plans") if row["plan_id"] == PLAN]

    assert answer(f"plans/{PLAN}") == expected


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
def test_no_answer_costs_more_than_four_queries(operation):
    address = operation.path.format(
        plan_id="kashiwa-chiiki-fukushi", target_code="4-3", indicator_code="2-2"
    )
    needed = {"search": "?q=介護", "survey_results": f"?plan_id={PLAN}"}
    client = Client()
    # The first answer reads what is kept from then on.
    get(address, client)

    few = queries_of(client, f"{API}{address}{needed.get(operation.name, '')}")

    assert few <= 4


def test_numbers_are_written_by_their_published_digits():
    response = get("observations?limit=200")

    plain = json.loads(response.content, parse_float=str, parse_int=str)
    numbers = {
        row[name]
        for row in plain["items"]
        for name in ("value", "expected_value", "progress_pct")
        if row[name] is not None
    }
    assert len(numbers) > 50
    assert all(len(number.partition(".")[2]) <= 4 for number in numbers)
    assert not [number for number in numbers if "e" in number.lower()]


def test_a_number_stands_beside_its_unit_its_year_and_whether_it_is_a_sample():
    for row in walk("observations?limit=200"):
        assert row["sample"] is True
        assert row["fiscal_year_wareki"].startswith("令和")
        assert row["unit"]
