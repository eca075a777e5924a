"""What another site copies from the page of a target or a policy."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db
SITE = "https://plans.example.jp"


def snippets(address):
    page = BeautifulSoup(Client().get(address).content, "html.parser")
    details = page.select_one("details.embedding")
    return details, [
        BeautifulSoup(area.text, "html.parser") for area in details("textarea")
    ]


@pytest.mark.parametrize("kind", ["targets", "policies"])
def test_the_page_offers_a_frame_and_a_drawing_that_name_themselves(settings, kind):
    settings.SITE_URL = SITE
    target = factories.a_target(name='"<b>相談</b>" & 訪問')
    record = target
    if kind == "policies":
        record = target.initiative.measure.policy
    place = f"{SITE}/embed/{kind}/{record.plan.slug}/{record.code}"

    details, (frame, image) = snippets(record.get_absolute_url())

    name = target.name if kind == "targets" else record.title
    assert details.summary.text == "このページをほかのサイトに載せる"
    assert not details.has_attr("open")
    assert frame.iframe["src"] == f"{place}/"
    assert frame.iframe["title"] == f"「{name}」の進み具合"
    assert image.img["src"] == f"{place}.svg"
    assert image.img["alt"] == f"「{name}」の進み具合"
    assert image.a["href"] == SITE + record.get_absolute_url()


def test_the_page_shows_the_drawing_and_names_the_frame_to_programs(client):
    target = factories.a_target()

    details, _ = snippets(target.get_absolute_url())
    page = details.find_parent("html")

    frame = page.head.find("link", rel="alternate")["href"]
    assert details.img["loading"] == "lazy"
    for address in (details.img["src"], frame):
        assert client.get(address).status_code == 200
