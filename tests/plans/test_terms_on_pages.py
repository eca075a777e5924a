"""The terms of a plan on its pages, and their entries in the glossary."""

import pytest
from bs4 import BeautifulSoup

from tests import factories
from tests.plans.records import a_term
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def page(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


@pytest.fixture
def measure():
    policy = factories.a_policy(factories.a_plan())
    return factories.a_measure(policy, description="伴走支援とフレイルの予防")


def test_a_term_with_a_meaning_leads_to_its_entry(client, measure):
    term = a_term(measure.plan, term="伴走支援", definition="ともに歩むこと")

    link = page(client, measure.get_absolute_url()).select_one("dfn a")
    address, _, place = link["href"].partition("#")

    assert link.text == term.term
    assert page(client, address).find(id=place).dfn.text == term.term
    assert page(client, "/glossary/").find(id=place).dfn.text == term.term


def test_a_term_without_a_meaning_is_not_marked(client, measure):
    a_term(measure.plan, term="フレイル")

    assert not page(client, measure.get_absolute_url()).select("dfn")


def test_terms_of_another_plan_are_not_marked(client, measure):
    a_term(term="伴走支援", definition="ともに歩むこと")

    assert not page(client, measure.get_absolute_url()).select("dfn")


def test_a_marked_term_has_its_furigana_and_leads_on_with_them(client, measure):
    a_term(measure.plan, term="伴走支援", definition="ともに歩むこと")

    link = page(client, f"{measure.get_absolute_url()}?furigana=1").select_one("dfn a")

    assert [rt.text for rt in link.select("rt")] == ["ばんそう", "しえん"]
    assert "?furigana=1#" in link["href"]


def test_terms_cost_no_query(client, measure):
    without = queries_of(client, measure.get_absolute_url())

    for term in ("伴走支援", "予防"):
        a_term(measure.plan, term=term, definition="意味")

    assert queries_of(client, measure.get_absolute_url()) == without
