"""The database goes away while a page is saved: nothing of the page was."""

import pytest
from django.db import OperationalError, connection

from indicators.models import Observation
from tests.faults import away_from_writing

pytestmark = pytest.mark.django_db


def test_taking_back_is_undone_where_another_figure_could_not_be_saved(
    page_of, clerk, more_figures
):
    one, other = more_figures(2)
    page = page_of(clerk).fill(one, cell="960", reason="理由").press("submit")
    page.fill(other, cell="970")

    with (
        pytest.raises(OperationalError),
        connection.execute_wrapper(away_from_writing(Observation, number=2)),
    ):
        page.withdraw(one)

    assert [row.state for row in Observation.objects.all()] == ["submitted"]
