"""The documentation: made from the description, readable without script."""

import io

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from indicators.models import Target
from tests.queries import queries_of
from welfare_plan.api.openapi.document import document
from welfare_plan.api.operations import OPERATIONS
from welfare_plan.api.problems import KINDS

pytestmark = pytest.mark.django_db
GUIDE, _PLAN = "/api/v1/", "kashiwa-chiiki-fukushi"


def soup_of(address):
    response = Client().get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("address", ["/api/", "/api", "/api/v1"])
def test_whoever_looks_for_the_api_is_led_to_its_guide(address):
    assert Client().get(address).url == GUIDE


def test_the_data_pages_lead_to_the_guide():
    assert soup_of("/data/").select_one(f'a[href="{GUIDE}"]')


def test_the_guide_names_every_address_and_every_error():
    soup = soup_of(GUIDE)

    shown = {code.text for code in soup.select("table code")}
    assert shown == set(document()["paths"])
    assert {each["id"] for each in soup.select("dt[id]")} == {
        kind.name for kind in KINDS
    }


def test_what_the_guide_shows_first_works_as_it_is_written(settings, monkeypatch):
    """The program is run, its requests answered by the site."""
    settings.SITE_URL = "https://plans.example.jp"
    curl, program = (each.text for each in soup_of(GUIDE).select("pre.answer"))
    said, client = [], Client()

    def asked(address):
        return io.BytesIO(client.get(address.removeprefix(settings.SITE_URL)).content)

    monkeypatch.setattr("urllib.request.urlopen", asked)
    exec(program, {"print": lambda *words: said.append(words)})

    assert f'"{settings.SITE_URL}/api/v1/targets?plan_id=' in curl
    assert len(said) == Target.objects.filter(plan__slug=_PLAN).count()
    assert all(label for _, label in said)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
def test_a_page_shows_every_parameter_every_value_and_an_example(operation):
    soup = soup_of(f"/api/v1/docs/{operation.name}/")

    described = document()["paths"][f"/api/v1/{operation.path}"]["get"]
    text = soup.main.get_text()
    assert soup.h1.text == operation.summary
    assert f"GET /api/v1/{operation.path}" in text
    for parameter in described["parameters"]:
        if "name" in parameter:
            assert soup.find("code", string=parameter["name"])
            assert parameter["description"] in text
    example = soup.select_one("pre.answer").text
    for name in described["responses"]["200"]["content"]["application/json"]["example"]:
        assert f'"{name}"' in example
        assert soup.find("th").find_next("code", string=name)


@pytest.mark.parametrize("address", [GUIDE, "/api/v1/docs/target/"])
def test_a_page_needs_no_script_and_nothing_from_elsewhere(address):
    soup = soup_of(address)

    sources = [
        tag.get("src") or tag.get("href") for tag in soup.select("link, img, iframe")
    ]
    assert not soup.select("script, style, [style], [onclick]")
    assert all(source.startswith("/") for source in sources)


@pytest.mark.parametrize("address", [GUIDE, "/api/v1/docs/target/"])
def test_a_page_costs_one_query_for_the_banner(address):
    assert queries_of(Client(), address) <= 1


def test_a_page_of_what_there_is_not_is_not_found():
    assert Client().get("/api/v1/docs/people/").status_code == 404
