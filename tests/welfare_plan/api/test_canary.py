"""No answer holds anything that is not published."""

import pytest
from django.test import Client

from tests import canary
from tests.welfare_plan.api.answers import get, walk
from welfare_plan.api.operations import OPERATIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    plan = canary.a_public_plan()
    canary.plant(plan)
    return plan


def everything(plan):
    """The text of every answer about the plan, and about all plans."""
    targets = [row["target_code"] for row in walk(f"targets?plan_id={plan.slug}")]
    surveys = [
        row["survey_indicator_code"]
        for row in walk(f"survey_indicators?plan_id={plan.slug}")
    ]
    needed = {
        "search": [f"?q={word}&limit=200" for word in ("目標", canary.WORD)],
        "survey_results": [f"?plan_id={plan.slug}", "?plan_id=canary-draft"],
    }
    for operation in OPERATIONS:
        codes = targets if operation.name == "target" else surveys
        for code in codes if operation.path.endswith("code}") else [""]:
            path = operation.path.format(
                plan_id=plan.slug, target_code=code, indicator_code=code
            )
            for query in needed.get(operation.name, [""]):
                yield f"{path}{query}"


def test_no_answer_holds_what_is_not_published(plan):
    client, seen, leaks = Client(), 0, {}
    for address in everything(plan):
        response = get(address, client)
        assert response.status_code == 200, address
        text = response.content.decode()
        seen += canary.SEEN in text
        # A search repeats its own words in the address of the next page.
        if signs := canary.found_in(text):
            leaks[address] = signs

    # The words beside them are there, and so the answers were not empty.
    assert seen >= 3
    assert leaks == {}


@pytest.mark.parametrize(
    "address",
    [
        "plans/canary-draft",
        "plans/canary-draft/tree",
        "plans/canary-parent",
    ],
)
def test_a_draft_has_no_answer(plan, address):
    assert get(address).status_code == 404


@pytest.mark.parametrize("year", [2024, 2025, 2199])
def test_no_year_shows_what_was_never_published(plan, year):
    found = get(f"targets?plan_id={plan.slug}&fiscal_year={year}&limit=200")

    assert canary.found_in(found.content.decode()) == []
