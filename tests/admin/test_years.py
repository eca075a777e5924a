"""Fiscal years in the admin: typed in every usual way, printed with their era."""

import pytest

from indicators.models import Observation
from tests.admin.forms import add_form, admin_url, change_form, soup_of
from tests.factories import a_target
from tests.value_records import (
    a_milestone,
    a_publication,
    a_report,
    a_review,
    a_revision,
    a_wave,
    an_observation,
    an_opinion,
)

pytestmark = pytest.mark.django_db


def a_value_of(client, target, year):
    form = add_form(client, Observation)
    return form.fill(target=target, fiscal_year=year, value="940").send()


@pytest.mark.parametrize("typed", ["2025", "R7", "令和7年度", "２０２５", " 令和７ "])
def test_a_year_is_read_as_people_write_it(staff_client, typed):
    target = a_target()

    answer = a_value_of(staff_client, target, typed)

    assert (answer.saved, answer.errors) == (True, [])
    assert target.observations.get().fiscal_year == 2025


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("7", "「7」には元号がありません。", id="no era"),
        pytest.param("令和7年", "よければ、令和7年度と書いてください。", id="calendar"),
        pytest.param("来年", "「来年」は年度として読めません。", id="words"),
    ],
)
def test_what_names_no_year_for_sure_is_refused_and_stays(staff_client, typed, said):
    answer = a_value_of(staff_client, a_target(), typed)

    assert any(said in error for error in answer.errors)
    assert soup_of(answer.response).select_one("[name=fiscal_year]")["value"] == typed
    assert not Observation.objects.exists()


def test_a_form_with_a_year_that_was_not_touched_says_so(staff_client):
    observation = an_observation(state="approved")

    change_form(staff_client, observation).send()

    observation.refresh_from_db()
    assert observation.state == "approved"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (an_observation, "令和7年度"),
        (a_publication, "令和7年度"),
        (a_review, "令和7年度"),
        (an_opinion, "令和7年度"),
        (a_report, "令和7年度"),
        (a_wave, "令和8年度"),
    ],
)
def test_lists_filters_and_headings_print_the_era(staff_client, make, words):
    record = make()

    listed = soup_of(staff_client.get(admin_url(record, "changelist")))
    page = soup_of(staff_client.get(admin_url(record, "change")))

    filters = [link.text.strip() for link in listed.select("#changelist-filter a")]
    assert words in listed.select_one("#result_list tbody").text
    # The list of waves, a few in a plan, has no filter by year.
    assert words in filters or make is a_wave
    assert not [text for text in filters if text.isdecimal()]
    assert words in page.select_one("#content h2").text
    assert words in page.select_one(".breadcrumbs").text


def test_a_count_stands_behind_the_year_of_a_filter(staff_client):
    an_observation()

    page = staff_client.get("/admin/indicators/observation/?_facets=True")

    assert "令和7年度 (1)" in page.content.decode()


@pytest.mark.parametrize(
    ("make", "name"),
    [(a_milestone, "令和9年度"), (a_revision, "令和9年度から")],
)
def test_rows_of_a_target_are_called_by_the_era(make, name):
    assert str(make()).endswith(f" {name}")
