"""An export shows one moment, and holds nobody up."""

import pytest
from django.contrib.auth.models import User
from django.db import connection

from plans.models import Publisher
from tests.own_connections import in_threads
from tests.plans.records import a_publisher
from tests.welfare_plan.round_trip.databases import on
from welfare_plan.round_trip.snapshot import one_snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(databases, django_db_blocker):
    """The test runs on an empty database; gives what connects to it once more."""
    name = databases.empty()
    with django_db_blocker.unblock(), on(databases.connect(name)):
        yield lambda: databases.connect(name)


def test_what_others_store_meanwhile_is_not_in_it(elsewhere):
    with one_snapshot():
        before = Publisher.objects.count()
        (stored,) = in_threads(elsewhere, a_publisher)
        during = Publisher.objects.count()

    assert (before, during) == (0, 0)
    assert list(Publisher.objects.all()) == [stored]


def test_writing_goes_on_as_before(elsewhere):
    with one_snapshot():
        Publisher.objects.count()

    a_publisher()
    User.objects.create_user("next")

    assert Publisher.objects.count() == 1
    if connection.vendor == "sqlite":
        assert connection.transaction_mode == "IMMEDIATE"
