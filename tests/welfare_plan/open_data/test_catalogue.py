"""The catalogue as a program reads it that knows DCAT and nothing of this site."""

import json

import pytest
from django.test import Client
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef

from plans.models import Plan
from tests import factories
from tests.plans.records import a_publisher
from tests.welfare_plan.open_data.files import body

pytestmark = [
    pytest.mark.django_db,
    # rdflib's own reader of JSON-LD still uses a name that rdflib gives up.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),
]

SITE = "https://plans.example.jp"


@pytest.fixture
def read_catalogue(settings):
    settings.SITE_URL = SITE

    def read():
        text = body(Client().get("/data/catalog.jsonld", headers={"host": "localhost"}))
        return Graph().parse(data=text, format="json-ld")

    return read


def dataset(graph, plan):
    (found,) = [
        subject
        for subject, word in graph.subject_objects(DCTERMS.identifier)
        if str(word) == plan.slug
    ]
    return found


def test_every_public_plan_is_a_dataset_of_the_catalogue(read_catalogue):
    draft = factories.a_plan(slug="shitagaki", state="draft")

    graph = read_catalogue()

    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    named = {
        str(graph.value(one, DCTERMS.identifier))
        for one in graph.objects(catalogue, DCAT.dataset)
    }
    assert named == {"all", *Plan.objects.public().values_list("slug", flat=True)}
    assert draft.slug not in named


def test_every_file_it_names_can_be_fetched(read_catalogue):
    graph = read_catalogue()
    client = Client()

    files = {str(url) for url in graph.objects(None, DCAT.downloadURL)}

    assert len(files) == 3 * Plan.objects.public().count() + 2
    for url in files:
        assert url.startswith(SITE)
        assert client.head(url.removeprefix(SITE)).status_code == 200, url


def test_the_period_runs_from_april_to_march(read_catalogue):
    plan = factories.a_plan(slug="kikan", period_start_fy=2024, period_end_fy=2030)

    graph = read_catalogue()

    period = graph.value(dataset(graph, plan), DCTERMS.temporal)
    assert str(graph.value(period, DCAT.startDate)) == "2024-04-01"
    assert str(graph.value(period, DCAT.endDate)) == "2031-03-31"


def test_a_licence_is_an_address_and_an_unset_one_is_said(read_catalogue):
    publisher = a_publisher(slug="licensed", licence="cc-by-4.0")
    licensed = factories.a_plan(slug="aru", publisher=publisher)
    unset = factories.a_plan(slug="nai")

    graph = read_catalogue()

    by = URIRef("https://creativecommons.org/licenses/by/4.0/")
    for file in graph.objects(dataset(graph, licensed), DCAT.distribution):
        assert graph.value(file, DCTERMS.license) == by
    for file in graph.objects(dataset(graph, unset), DCAT.distribution):
        assert graph.value(file, DCTERMS.license) is None
        said = graph.value(graph.value(file, DCTERMS.rights), DCTERMS.title)
        assert "未設定" in str(said)


def test_it_says_how_to_cite_and_in_which_language(read_catalogue):
    publisher = a_publisher(slug="cited", name="見本市")
    plan = factories.a_plan(title="見本計画", publisher=publisher)

    graph = read_catalogue()

    found = dataset(graph, plan)
    citation = graph.value(found, DCTERMS.bibliographicCitation)
    assert str(citation) == "出典：見本市「見本計画」"
    language = graph.value(found, DCTERMS.language)
    assert language == URIRef("http://id.loc.gov/vocabulary/iso639-1/ja")


def test_it_names_the_api_with_its_description(read_catalogue):
    graph = read_catalogue()

    (service,) = graph.subjects(RDF.type, DCAT.DataService)
    description = str(graph.value(service, DCAT.endpointDescription))
    answer = Client().get(description.removeprefix(SITE))
    assert answer.json()["openapi"].startswith("3.1")
    assert str(graph.value(service, DCAT.endpointURL)) == f"{SITE}/api/v1/"


def test_without_an_address_of_the_site_it_is_relative_to_itself():
    catalogue = json.loads(body(Client().get("/data/catalog.jsonld")))

    assert catalogue["@id"] == "/data/catalog.jsonld"
