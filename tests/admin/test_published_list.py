"""The list of published values is narrowed by their judgement."""

import pytest

from indicators.judgement_labels import LABELS
from indicators.models import PublishedValue
from tests.admin.forms import admin_url, soup_of
from tests.value_records import a_publication

pytestmark = pytest.mark.django_db


def judgements_of(page):
    (narrowing,) = (
        each
        for each in page.select("#changelist-filter details")
        if each["data-filter-title"] == "判定"
    )
    return narrowing.select("li")


def test_all_judgements_are_offered_best_first(staff_client):
    page = soup_of(staff_client.get(admin_url(PublishedValue, "changelist")))

    _, *offered = [choice.text.strip() for choice in judgements_of(page)]
    assert offered == [label.word for label in LABELS.values()]


def test_the_list_is_narrowed_to_a_judgement(staff_client):
    late = a_publication(status="behind")
    a_publication(status="on_track")

    address = admin_url(PublishedValue, "changelist")
    page = soup_of(staff_client.get(address, {"status": "behind"}))

    rows = page.select("#result_list tbody tr")
    assert {row.select_one(".field-judged").text for row in rows} == {"遅れ"}
    assert any(f"/{late.pk}/" in str(row) for row in rows)
    (chosen,) = (
        each for each in judgements_of(page) if each.get("class") == ["selected"]
    )
    assert chosen.text.strip() == "遅れ"
