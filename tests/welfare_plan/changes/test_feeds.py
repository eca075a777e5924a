"""The Atom feeds: valid, with names that stay and absolute addresses."""

from xml.etree import ElementTree

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def feed_of(client, address="/feed.atom"):
    response = client.get(address)
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


@pytest.fixture(autouse=True)
def site_url(settings):
    settings.SITE_URL = "https://plans.example.jp"


def test_a_feed_has_what_atom_asks_for(client):
    plan = factories.a_plan()

    feed = feed_of(client, reverse("plan-feed", args=[plan.slug]))

    address = f"https://plans.example.jp/plans/{plan.slug}"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "alternate": f"{address}/history/",
        "self": f"{address}/feed.atom",
    }
    assert feed.find(f"{ATOM}id").text == f"{address}/feed.atom"
    assert plan.title in feed.find(f"{ATOM}title").text
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == f"「{plan.title}」を公開しました。"
    assert entry.find(f"{ATOM}link").get("href") == f"{address}/"
    moment = entry.find(f"{ATOM}updated").text
    assert moment == plan.history.get().history_date.isoformat()
    assert feed.find(f"{ATOM}updated").text == moment


def test_names_of_entries_stay_and_none_comes_twice(client):
    factories.a_plan()
    before = [entry.text for entry in feed_of(client).iter(f"{ATOM}id")]

    factories.a_plan()

    after = [entry.text for entry in feed_of(client).iter(f"{ATOM}id")]
    assert set(before) <= set(after)
    assert len(after) == len(set(after)) == len(before) + 1
    assert all(
        name.startswith(("https:", "tag:plans.example.jp,2026:")) for name in after
    )


def test_markup_and_control_characters_in_words_do_no_harm(client):
    plan = factories.a_plan(title="計画<b>&\x07題")

    feed = feed_of(client, reverse("plan-feed", args=[plan.slug]))

    entry = feed.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "「計画<b>&題」を公開しました。"
    assert "計画&lt;b&gt;&amp;題" in entry.find(f"{ATOM}summary").text


def test_drafts_have_no_feed(client):
    plan = factories.a_plan(state="draft")

    assert client.get(reverse("plan-feed", args=[plan.slug])).status_code == 404
    assert plan.title not in client.get("/feed.atom").content.decode()
