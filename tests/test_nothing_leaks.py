"""What staff have not published reaches nobody who is not logged in."""

import pytest
from django.test import Client

from tests import canary, staff_records
from tests.crawler import crawl

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return canary.a_public_plan()


@pytest.mark.long
def test_no_public_page_shows_what_is_not_published(plan):
    canary.plant(plan)

    pages = crawl(Client())

    texts = {address: str(soup) for address, (_, soup) in pages.items()}
    leaks = {
        address: signs
        for address, text in texts.items()
        if (signs := canary.found_in(text))
    }
    assert any(canary.SEEN in text for text in texts.values())
    assert len(texts) > 200
    assert leaks == {}


def test_nobody_who_is_logged_in_sees_it_on_a_public_page_either(plan):
    canary.drafts(plan)
    canary.a_draft_plan(plan)
    client = Client()
    client.force_login(staff_records.a_person("計画担当", is_staff=True))
    address = plan.get_absolute_url()

    pages = {address: client.get(address), "/": client.get("/")}

    assert all(canary.WORD not in page.content.decode() for page in pages.values())
