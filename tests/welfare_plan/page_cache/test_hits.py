"""What is kept costs nothing, and never outlives an edit."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plans.models import Measure, PageRevision, Plan
from plans.publishing import publishing
from tests.factories import a_plan
from tests.kept_pages import in_a_request
from tests.welfare_plan.page_cache.conftest import PAGE
from welfare_plan.page_cache.store import store

pytestmark = pytest.mark.django_db


def queries(client, address=PAGE):
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200
    return [query["sql"] for query in captured]


def rename(slug, title):
    plan = Plan.objects.get(slug=slug)
    plan.title = title
    with publishing(*plan.publishing_scopes()):
        plan.save()


def rename_and_fail(slug, title):
    with publishing(f"plan:{slug}"):
        Plan.objects.filter(slug=slug).update(title=title)
        raise RuntimeError


def test_a_page_that_is_found_asks_the_database_nothing(client, trusted, leased):
    first, second = queries(client), queries(client)

    assert len(first) > 2
    assert second == []


def test_after_the_lease_one_number_is_asked_for(client, trusted, leased):
    queries(client)
    leased.now += 1

    (asked,) = queries(client)

    assert "pagerevision" in asked
    assert queries(client) == []


def test_within_the_lease_an_old_page_may_still_be_given(client, trusted, leased):
    """That is why who publishes waits for it to run out."""
    before = client.get(PAGE).content
    rename("kita-ku", "改めた名称")

    assert client.get(PAGE).content == before
    leased.now += 1
    assert "改めた名称" in client.get(PAGE).content.decode()


def test_an_edit_shows_on_the_next_request(client, trusted):
    client.get(PAGE)

    rename("kita-ku", "改めた名称")

    assert "改めた名称" in client.get(PAGE).content.decode()


def test_an_edit_that_is_taken_back_shows_never_and_drops_nothing(client, trusted):
    before, entries = client.get(PAGE).content, kept()

    with pytest.raises(RuntimeError):
        rename_and_fail("kita-ku", "取り消された名称")

    assert client.get(PAGE).content == before
    assert kept() == entries


def test_an_edit_of_one_plan_leaves_the_pages_of_another_alone(client, trusted):
    other = Measure.objects.filter(plan__slug="kita-ku").first().get_absolute_url()
    addresses = [PAGE, other, "/plans/kita-ku/dashboard/", "/privacy/"]
    for address in addresses:
        client.get(address)
    before = kept()

    rename("kashiwa-chiiki-fukushi", "改めた名称")

    for address in addresses:
        client.get(address)
    assert len(before) == len(addresses)
    assert kept() == before


def test_a_new_day_makes_a_page_anew(client, trusted, monkeypatch):
    plan = a_plan(period_start_fy=2024, period_end_fy=2030)
    address = plan.get_absolute_url()
    client.get(address)
    (before,) = kept()
    monkeypatch.setattr(timezone, "localdate", lambda *args: date(2099, 1, 1))

    page = client.get(address).content.decode()

    assert kept() != [before]
    assert len(kept()) == 1
    assert "この計画の期間は" in page


def test_a_restore_from_a_backup_makes_pages_anew(client, trusted):
    """Numbers that go back are as good as numbers that rise."""
    client.get(PAGE)
    before = kept()

    with in_a_request():
        PageRevision.objects.filter(scope__in=["*", "plan:kita-ku"]).update(rev=1)
    client.get(PAGE)

    assert len(kept()) == len(before) == 1
    assert kept() != before


def kept():
    return list(store._entries.values())
