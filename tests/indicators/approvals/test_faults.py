"""The database goes away while many are acted on: none of them was."""

import pytest
from django.db import OperationalError, connection

from indicators.approvals.acting import approve_rows
from indicators.models import Observation
from plans.versions import version_of
from tests.faults import away_from_writing
from tests.indicators.approvals.records import key_of, submitted
from tests.staff_records import a_person

pytestmark = pytest.mark.django_db


def test_what_was_approved_before_the_fault_is_undone_with_the_rest():
    rows = {key_of(one): version_of(one) for one in (submitted() for _ in range(3))}

    with (
        pytest.raises(OperationalError),
        connection.execute_wrapper(away_from_writing(Observation, number=3)),
    ):
        approve_rows(rows, by=a_person("計画担当"))

    states = Observation.objects.values_list("state", flat=True)
    assert list(states) == ["submitted"] * 3
