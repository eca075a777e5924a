"""The terms of a plan on its pages, and their entries in the glossary."""

import pytest
from bs4 import BeautifulSoup

from plans.models import SiteTerm
from plans.publishing import publishing
from tests import factories
from tests.plans.records import a_site_term, a_term
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


def test_the_place_of_a_term_is_its_own(client):
    first = a_term(factories.a_plan(slug="a"), code="b-c", definition="意味")
    second = a_term(factories.a_plan(slug="a-b"), code="c", definition="意味")

    soup = page(client, "/glossary/")
    places = [row["id"] for row in soup.select("tr[id]")]

    assert len(places) == len(set(places))
    assert {first.term, second.term} <= {row.text for row in soup.select("th dfn")}


def test_a_term_without_a_meaning_leads_to_that_of_the_site(client, measure):
    a_term(measure.plan, term="フレイル")

    links = page(client, measure.get_absolute_url()).select("dfn a")

    assert [link["href"] for link in links] == [
        *("/glossary/#word-banso", "/glossary/#word-frail")
    ]


@pytest.mark.parametrize("address", ["/glossary/", "/plans/p/glossary/"])
def test_an_entry_without_a_meaning_leads_to_that_of_the_site(client, address):
    term = a_term(factories.a_plan(slug="p"), term="ワンストップ")

    row = page(client, address).find(id=f"term-p_{term.code}")

    link = row.find("a", string="このサイトによる説明")
    assert link["href"] == "/glossary/#word-one-stop"


def test_the_meaning_of_the_plan_goes_before_that_of_the_site(client, measure):
    term = a_term(measure.plan, term="フレイル", definition="弱り")

    links = page(client, measure.get_absolute_url()).select("dfn a")

    glossary = f"{measure.plan.get_absolute_url()}glossary/"
    assert [(link.text, link["href"]) for link in links] == [
        ("伴走支援", "/glossary/#word-banso"),
        ("フレイル", f"{glossary}#term-{measure.plan.slug}_{term.code}"),
    ]


def test_terms_of_another_plan_are_not_marked(client, measure):
    a_term(term="予防", definition="ふせぐこと")

    links = page(client, measure.get_absolute_url()).select("dfn a")

    assert "予防" not in [link.text for link in links]


def test_a_word_of_the_site_stands_on_the_glossary_as_its_own_words(client):
    word = a_site_term(term="見守り隊", other_forms="隊\nみまもり隊", meaning="意味。")

    soup = page(client, "/glossary/")
    row = soup.find(id=word.anchor)

    assert soup.find(id="h-words").text == "このサイトの言葉と、計画に説明のない言葉"
    assert row.dfn.text == "見守り隊"
    assert row.td["data-l"] == "このサイトによる説明"
    assert row.td.text == "意味。ほかの書き方：隊、みまもり隊"


def test_a_word_is_marked_in_each_of_its_forms(client, measure):
    word = a_site_term(other_forms="予防")

    links = page(client, measure.get_absolute_url()).select("dfn a")

    assert ("予防", word.get_absolute_url()) in [(a.text, a["href"]) for a in links]


def test_pages_stand_without_any_word_of_the_site(client, measure):
    SiteTerm.objects.all().delete()

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
        a_site_term()

    assert queries_of(client, measure.get_absolute_url()) == without


def test_a_word_of_the_site_is_marked_from_its_edit_on(client, measure):
    address = measure.get_absolute_url()

    def leads_on():
        links = page(client, address).select("dfn a")
        return "/glossary/#word-yobo" in [link["href"] for link in links]

    before = leads_on()
    with publishing("site"):
        a_site_term(slug="yobo", term="予防", meaning="防ぐこと")
    after = leads_on()

    assert (before, after) == (False, True)
