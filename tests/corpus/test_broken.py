"""A broken file is read or refused in words; it never ends as another exception."""

import contextlib
import time

import pytest

from plans.tables import FileError, read_tables
from tests.corpus.broken import broken_file

MOST_SECONDS = 2


def read_or_refuse(seeds):
    for seed in seeds:
        name, content = broken_file(seed)
        started = time.process_time()
        with contextlib.suppress(FileError):
            check(read_tables(name, content))
        assert time.process_time() - started < MOST_SECONDS, seed


def check(tables):
    """What is read can be stored and shown, whatever it says."""
    for table in tables:
        assert len({len(row) for row in table.rows}) <= 1
        for row in table.rows:
            assert "\0" not in "".join(row).encode().decode()


def test_a_thousand_broken_files_are_read_or_refused():
    read_or_refuse(range(1_000))


@pytest.mark.drill
def test_twenty_thousand_broken_files_are_read_or_refused():
    read_or_refuse(range(1_000, 21_000))
