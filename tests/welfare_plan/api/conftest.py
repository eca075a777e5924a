"""The loaded plans with sample values, once for all tests of a file."""

import pytest
from django.db import transaction

from tests.indicators.published import stop_the_clock
from welfare_plan.samples import load_samples


@pytest.fixture(scope="module")
def samples(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load_samples()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def november(monkeypatch):
    """What is said of a year depends on the day."""
    stop_the_clock(monkeypatch)
