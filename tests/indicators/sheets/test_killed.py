"""A server that dies in the middle of 確定 leaves all rows or none."""

import os
import random
import subprocess
import sys
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from indicators.sheets.taking_in import take_in
from tests.bench.big_round import BigRound
from tests.indicators.sheets.kept_database import kept_database

pytestmark = pytest.mark.django_db(transaction=True)


def confirming(database, imported, person):
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.indicators.sheets.confirm_once"]
        + [str(imported.pk), str(person.pk)],
        env={
            **os.environ,
            "DATABASE_URL": database.address,
            "DJANGO_SETTINGS_MODULE": "welfare_plan.settings",
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "go\n"
    return process


def seconds_of_a_whole_run(database, imported, person):
    database.set_back()
    process, start = confirming(database, imported, person), time.perf_counter()
    process.communicate(timeout=300)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("size", "kills"),
    [
        pytest.param(1_000, 2, id="twice"),
        pytest.param(10_000, 20, id="twenty times", marks=pytest.mark.drill),
    ],
)
def test_killed_at_any_moment_all_or_nothing_is_stored(tmp_path, size, kills):
    big, moments = BigRound(size), random.Random(3)
    file = SimpleUploadedFile("R7.csv", big.file())
    imported = take_in(file, big.round, by=big.person)
    database = kept_database(tmp_path)
    whole = seconds_of_a_whole_run(database, imported, big.person)
    assert database.counts() == (size, size, 1)

    for _ in range(kills):
        database.set_back()
        process = confirming(database, imported, big.person)
        time.sleep(moments.uniform(0, whole))
        process.kill()
        process.communicate()

        assert database.counts() in [(0, 0, 0), (size, size, 1)]

    # And what was left behind keeps nobody from trying again.
    database.set_back()
    confirming(database, imported, big.person).communicate(timeout=300)
    assert database.counts() == (size, size, 1)
