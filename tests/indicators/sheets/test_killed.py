"""A server that dies in the middle of 確定 leaves all rows or none."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from indicators.models import Observation, SheetImport
from indicators.sheets.taking_in import take_in
from tests.bench.big_round import BigRound
from tests.kept_database import kept_database
from tests.killed import never_in_between

pytestmark = pytest.mark.django_db(transaction=True)
_COUNTS = (
    "SELECT (SELECT count(*) FROM indicators_observation),"
    " (SELECT count(*) FROM indicators_historicalobservation),"
    " (SELECT count(*) FROM indicators_sheetimport WHERE state = 'confirmed')"
)


def take_back():
    # Deleting writes history, too.
    Observation.objects.all().delete()
    Observation.history.all().delete()
    SheetImport.objects.update(state="previewed", confirmed_at=None)


@pytest.mark.long
@pytest.mark.parametrize(
    ("size", "kills"),
    [
        pytest.param(1_000, 2, id="twice"),
        pytest.param(10_000, 20, id="twenty times", marks=pytest.mark.drill),
    ],
)
def test_killed_at_any_moment_all_or_nothing_is_stored(
    tmp_path, size, kills, print_figures
):
    big = BigRound(size)
    file = SimpleUploadedFile("R7.csv", big.file())
    imported = take_in(file, big.round, by=big.person)

    figures = never_in_between(
        kept_database(tmp_path, counts=_COUNTS, take_back=take_back),
        "tests.indicators.sheets.confirm_once",
        [imported.pk, big.person.pk],
        added=(size, size, 1),
        kills=kills,
    )
    print_figures(
        id="R3", what="a sheet", database=connection.vendor, rows=size, **figures
    )
