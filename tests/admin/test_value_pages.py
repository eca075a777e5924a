"""The lists and forms of values, surveys, reviews and packs open and cost little."""

import pytest
from django.urls import reverse

from tests import value_records as make
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

MAKERS = [
    pytest.param(make.an_observation, "940人／年", id="observation"),
    pytest.param(make.a_publication, "順調", id="published value"),
    pytest.param(make.a_wave, "見本市", id="survey wave"),
    pytest.param(make.a_review, "おおむね計画どおり", id="review"),
    pytest.param(make.an_opinion, "見本市", id="committee opinion"),
    pytest.param(make.a_report, "見本市", id="council report"),
]


def _list_of(record):
    return reverse(
        f"admin:{record._meta.app_label}_{record._meta.model_name}_changelist"
    )


@pytest.mark.parametrize(("maker", "words"), MAKERS)
def test_the_list_shows_a_record_and_costs_the_same_for_many(
    staff_client, maker, words
):
    record = maker()
    page = staff_client.get(_list_of(record)).content.decode()
    maker()
    few = queries_of(staff_client, _list_of(record))

    for _ in range(10):
        maker()

    assert words in page
    assert queries_of(staff_client, _list_of(record)) == few <= 9


@pytest.mark.parametrize(("maker", "words"), MAKERS)
def test_the_page_of_a_record_opens_in_japanese(staff_client, maker, words):
    record = maker()

    page = staff_client.get(f"{_list_of(record)}{record.pk}/change/")

    assert page.status_code == 200
    assert record._meta.verbose_name in page.content.decode()
