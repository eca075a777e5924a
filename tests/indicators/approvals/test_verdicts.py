"""Nobody approves or publishes under another judgement than the one they saw."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.indicators.approvals.records import submitted
from tests.staff_records import a_person, logged_in
from tests.value_records import a_revision

pytestmark = pytest.mark.django_db

ADDRESS = reverse("approvals")


@pytest.fixture
def planning(client):
    return logged_in(client, a_person("計画担当"))


def opened(client, query=""):
    """What the page would send with everything ticked."""
    page = BeautifulSoup(client.get(ADDRESS + query).content, "html.parser")
    hidden = page.select("main form[method=post] input[type=hidden]")
    rows = page.select("main [name=row]")
    return {tag["name"]: tag["value"] for tag in hidden} | {
        "row": [tag["value"] for tag in rows]
    }


@pytest.mark.parametrize(
    ("state", "act"), [("submitted", "approve"), ("approved", "publish")]
)
def test_a_goal_that_changed_since_the_page_was_opened_is_shown_first(
    planning, state, act
):
    answer = submitted(state=state, reason="説明")
    query = f"?kind=figure&state={state}"
    form = opened(planning, query)
    a_revision(target=answer.target, effective_from_fy=2025, goal_value=5000)

    refused = planning.post(ADDRESS + query, {**form, "act": act})

    answer.refresh_from_db()
    assert (refused.status_code, answer.state) == (409, state)
    assert "判定が変わりました" in refused.content.decode()
    planning.post(ADDRESS + query, {**opened(planning, query), "act": act})
    answer.refresh_from_db()
    assert answer.state == {"approve": "approved", "publish": "published"}[act]


def test_an_unchanged_judgement_stands_in_nobodys_way(planning):
    answer = submitted()

    planning.post(ADDRESS, {**opened(planning), "act": "approve"})

    answer.refresh_from_db()
    assert answer.state == "approved"
