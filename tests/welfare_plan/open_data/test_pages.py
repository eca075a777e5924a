"""The pages that lead to the files, and the dictionary of their columns."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from plans.models import Publisher
from tests import factories
from tests.plans.records import a_publisher
from tests.queries import queries_of
from tests.welfare_plan.open_data.files import address
from welfare_plan.open_data.code_lists import CODE_LISTS
from welfare_plan.open_data.downloads import names_of
from welfare_plan.open_data.schema import TABLES
from welfare_plan.open_data.scopes import Scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    publisher = a_publisher(name="見本町", licence=Publisher.Licence.CC_BY)
    return factories.a_plan(slug="mihon", title="見本町の計画", publisher=publisher)


def page(where):
    return BeautifulSoup(Client().get(where).content, "html.parser")


def links(soup):
    return {link["href"] for link in soup.select("main a[href]")}


def test_the_page_of_all_plans_leads_to_every_file_of_them(plan):
    found = links(page("/data/"))

    assert {address(name) for name in names_of(Scope())} <= found
    assert "/data/plans/mihon/" in found


def test_the_page_of_a_plan_leads_to_every_file_of_it(plan):
    found = links(page("/data/plans/mihon/"))

    assert {address(name, plan) for name in names_of(Scope(plan))} <= found
    assert "/data/plans/mihon/" in links(page("/plans/mihon/"))
    assert "見本町の計画" in page("/data/plans/mihon/").main.text


@pytest.mark.parametrize("where", ["/data/", "/data/plans/mihon/"])
def test_the_terms_of_use_stand_beside_the_files(plan, where):
    words = page(where).main.text

    assert "CC BY 4.0" in words
    assert "出典：見本町「見本町の計画」" in words


def test_terms_that_are_not_settled_are_said_to_be_so():
    plan = factories.a_plan(slug="mihon", publisher=a_publisher())

    words = page(f"/data/plans/{plan.slug}/").main.text

    assert "未設定。利用条件は計画を作った団体にお問い合わせください。" in words


def test_a_draft_is_named_nowhere():
    factories.a_plan(slug="draft", state="draft", title="下書きの計画")

    assert "下書きの計画" not in page("/data/").main.text
    assert Client().get("/data/plans/draft/").status_code == 404


def test_the_dictionary_leads_to_every_table_and_to_the_codes():
    found = links(page("/data/dictionary/"))

    assert {f"/data/dictionary/tables/{table.name}/" for table in TABLES} <= found
    assert "/data/dictionary/codes/" in found


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_page_of_a_table_describes_its_columns_in_their_order(table):
    soup = page(f"/data/dictionary/tables/{table.name}/")

    headings = soup.select("main tbody th")
    labels = [heading.select_one(".sub").text for heading in headings]
    assert [heading["id"] for heading in headings] == list(table.names)
    assert labels == [field.label for field in table.fields]
    assert {address(f"{table.name}.{kind}") for kind in ("csv", "json")} <= links(soup)


def test_a_column_of_codes_leads_to_their_words():
    codes = page("/data/dictionary/codes/")

    for table in TABLES:
        found = links(page(f"/data/dictionary/tables/{table.name}/"))
        wanted = {field.codes for field in table.fields if field.codes}
        places = {link.partition("codes/#")[2] for link in found if "codes/#" in link}
        assert places == wanted
        assert all(codes.find(id=place).name == "h2" for place in places)


def test_every_code_has_its_word():
    soup = page("/data/dictionary/codes/")

    for codes in CODE_LISTS.values():
        told = soup.find(id=codes.name).find_next("dl").select("dt, dd")
        words = [each.text for each in told]
        assert words == [text for pair in codes.entries.items() for text in pair]


def test_a_table_names_those_that_its_keys_lead_to():
    found = links(page("/data/dictionary/tables/milestones/"))

    assert "/data/dictionary/tables/targets/" in found
    assert Client().get("/data/dictionary/tables/people/").status_code == 404


@pytest.mark.parametrize(
    ("where", "most"),
    [
        ("/data/", 2),
        ("/data/plans/mihon/", 2),
        ("/data/dictionary/", 1),
        ("/data/dictionary/tables/targets/", 1),
        ("/data/dictionary/codes/", 1),
    ],
)
def test_a_page_costs_few_queries_however_much_there_is(client, plan, where, most):
    before = queries_of(client, where)
    for _ in range(5):
        factories.a_plan(publisher=a_publisher())

    assert queries_of(client, where) == before <= most
