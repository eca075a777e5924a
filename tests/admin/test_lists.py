"""Lists of the admin: what a search finds, and what a long list costs."""

import pytest
from django.contrib import admin

from indicators.models import CouncilReport, Observation, PublishedValue, SurveyWave
from initiatives.models import CommitteeOpinion, Review
from tests import value_records
from tests.admin.forms import admin_url, soup_of
from tests.admin.samples import ALL, a_real_record, name_of
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

WORDS = [(model, field) for model, (_, field) in ALL.items()]
# What makes a row of each list; a result makes its wave.
ROWS = {model: make for model, (make, _) in ALL.items()} | {
    Observation: value_records.an_observation,
    PublishedValue: value_records.a_publication,
    SurveyWave: value_records.a_result,
    CouncilReport: value_records.a_report,
    Review: value_records.a_review,
    CommitteeOpinion: value_records.an_opinion,
}


@pytest.mark.parametrize(("model", "field"), WORDS, ids=name_of)
def test_a_search_finds_a_real_record_by_its_words(staff_client, model, field):
    record = a_real_record(model, field)
    words = {"q": getattr(record, field).splitlines()[0][:20]}

    soup = soup_of(staff_client.get(admin_url(model, "changelist"), words))

    addresses = [link["href"].split("?")[0] for link in soup.select("tbody th a")]
    assert admin_url(record, "change") in addresses
    assert len(addresses) < model.objects.count() or len(addresses) == 1


@pytest.mark.parametrize(("model", "field"), WORDS, ids=name_of)
def test_a_search_for_words_that_nobody_wrote_says_so(staff_client, model, field):
    words = {"q": "どこにも書かれていない"}

    soup = soup_of(staff_client.get(admin_url(model, "changelist"), words))

    assert soup.select("tbody tr") == []
    assert soup.select_one(".paginator").text.strip().startswith("0 ")


def test_no_list_is_left_out():
    assert ROWS.keys() == admin.site._registry.keys()


@pytest.mark.long
@pytest.mark.parametrize("model", ROWS, ids=name_of)
def test_a_list_costs_the_same_for_200_rows_as_for_100(
    staff_client, monkeypatch, model
):
    monkeypatch.setattr(admin.site._registry[model], "list_per_page", 10_000)
    make, address = ROWS[model], admin_url(model, "changelist")
    for _ in range(100):
        make()
    first = queries_of(staff_client, address)
    for _ in range(100):
        make()

    assert queries_of(staff_client, address) == first <= 6
    rows = soup_of(staff_client.get(address)).select("tbody tr")
    assert len(rows) == model.objects.count() >= 200


@pytest.mark.parametrize(
    "query",
    [
        pytest.param({"q": "a\0b"}, id="NUL character"),
        pytest.param({"q": "あ" * 1000}, id="long search"),
        pytest.param({"q": "%' OR 1=1 --"}, id="SQL"),
        pytest.param({"p": "99999"}, id="page far away"),
        pytest.param({"o": "99.-99.x"}, id="order by nothing"),
        pytest.param({"plan__id__exact": "9" * 40}, id="plan that never was"),
        pytest.param({"plan__id__exact": "柏市"}, id="plan by name"),
        pytest.param({"about_kind__exact": "a\0b"}, id="NUL character in a filter"),
        pytest.param({"nonsense": "1"}, id="filter that never was"),
    ],
)
@pytest.mark.parametrize("model", [m for m in ALL if m.__name__ == "SourceNote"])
def test_a_list_survives_a_nonsense_address(staff_client, model, query):
    response = staff_client.get(admin_url(model, "changelist"), query, follow=True)

    assert soup_of(response).select_one("#changelist, #content h1")
