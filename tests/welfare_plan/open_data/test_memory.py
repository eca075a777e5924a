"""A table is written in memory that does not grow with its rows."""

import io
import tracemalloc

import pytest

from indicators.models import Observation, PublishedValue
from tests import factories
from tests.value_records import NOON
from welfare_plan.open_data.downloads import download_named
from welfare_plan.open_data.scopes import Scope

pytestmark = pytest.mark.django_db

TARGETS, YEARS = 20, range(1930, 2130)
MEGABYTE = 1_000_000
TERMS = {"goal_unit": "人／年", "baseline": "904", "goal": "1100"}


def values_of(plan):
    """Two hundred published years of each target."""
    measure = factories.a_measure(factories.a_policy(plan))
    for _ in range(TARGETS):
        target = factories.a_target(factories.an_initiative(measure))
        rows = Observation.objects.bulk_create(
            Observation(target=target, fiscal_year=year, value=940) for year in YEARS
        )
        PublishedValue.objects.bulk_create(
            PublishedValue(
                observation=row,
                revision=1,
                value=940,
                provisional=False,
                break_in_series=False,
                published_at=NOON,
                status="on_track",
                sentence="目安に届いています。" * 5,
                expected_text="960",
                progress_text="18.4%",
                rule_version="1",
                terms=TERMS,
            )
            for row in rows
        )


class _Nowhere(io.RawIOBase):
    """Takes any number of bytes and keeps none."""

    written = 0

    def writable(self):
        return True

    def write(self, data):
        self.written += len(data)
        return len(data)


def peak_of_writing(name, scope):
    """Bytes written, and the most memory that was held at a time."""
    out = _Nowhere()
    download = download_named(name, scope)
    tracemalloc.start()
    try:
        download.write(out, scope)
        return out.written, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_six_times_the_rows_need_no_more_memory():
    small = factories.a_plan()
    values_of(small)
    files = ("observations.csv", "observations.json")
    # What is imported and remembered at the first time does not count.
    peak_of_writing(files[0], Scope(small))
    before = [peak_of_writing(name, Scope(small)) for name in files]
    for _ in range(5):
        values_of(factories.a_plan())

    after = [peak_of_writing(name, Scope()) for name in files]

    for (size, peak), (size_of_all, peak_of_all) in zip(before, after, strict=True):
        assert size_of_all > 5 * size > 5 * MEGABYTE
        assert peak_of_all < peak + MEGABYTE
        assert peak_of_all < 8 * MEGABYTE
