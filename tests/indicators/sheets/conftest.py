"""One city with a running round: a department, its clerk, a target with a figure."""

import pytest

from tests import staff_records
from tests.indicators.sheets.office import Office


@pytest.fixture
def office(db):
    return Office()


@pytest.fixture
def clerk(office):
    return staff_records.client_of(office.person)
