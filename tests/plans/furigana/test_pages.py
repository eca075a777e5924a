"""Furigana on the pages: switched on in the address, exact after every edit."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from plans.models import Reading
from plans.publishing import publishing
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

PLAN = "/plans/kashiwa-chiiki-fukushi/"


def page(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


@pytest.mark.parametrize("value", ["0", "2", "", "on", "1&furigana=0"])
def test_values_other_than_1_are_off(client, value):
    soup = page(client, f"{PLAN}?furigana={value}")

    assert not soup.select("ruby")
    assert soup.html.get("class") is None


def test_the_switch_leads_to_the_same_page_with_and_without(client):
    off = page(client, f"{PLAN}dashboard/?year=R7").select_one(".furigana-switch")
    on = page(client, off["href"])

    assert off.text == "ふりがなをつける"
    assert off["href"] == f"{PLAN}dashboard/?year=R7&furigana=1"
    assert on.select_one(".furigana-switch").text == "ふりがなをはずす"
    assert on.select_one(".furigana-switch")["href"] == f"{PLAN}dashboard/?year=R7"


def test_the_canonical_address_is_that_without_furigana(client):
    soup = page(client, f"{PLAN}?furigana=1")

    assert soup.select_one("link[rel=canonical]")["href"] == PLAN


def test_no_cookie_and_no_session_is_needed():
    client = Client()

    response = client.get(f"{PLAN}?furigana=1")

    assert not response.cookies


def test_an_edit_of_a_reading_is_seen_on_the_next_page(client):
    readings = []
    for text in ("ちいき", "チイキ"):
        with publishing("site"):
            reading = Reading.objects.get(word="地域", after="")
            reading.reading = text
            reading.save()
        soup = page(client, f"{PLAN}?furigana=1")
        readings.append({rt.text for rt in soup.select("h1 rt")})

    assert "ちいき" in readings[0]
    assert "チイキ" in readings[1] - readings[0]


def test_furigana_cost_no_query_more(client):
    client.get(f"{PLAN}?furigana=1")

    plain = queries_of(client, PLAN)
    read = queries_of(client, f"{PLAN}?furigana=1")

    assert read == plain


def test_pages_of_the_staff_have_no_switch(staff_client):
    assert not page(staff_client, "/staff/").select(".furigana-switch")
