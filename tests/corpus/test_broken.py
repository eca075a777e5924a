"""A broken file is read or refused in words; it never ends as another exception."""

import time

import pytest

from plans.tables import FileError, read_tables
from tests.corpus.broken import broken_file

MOST_SECONDS = 2


def read_or_refuse(seeds) -> dict:
    """How many files were read and refused, and the seconds of the slowest."""
    slowest, refused = 0, 0
    for seed in seeds:
        name, content = broken_file(seed)
        started = time.process_time()
        try:
            check(read_tables(name, content))
        except FileError:
            refused += 1
        seconds = time.process_time() - started
        assert seconds < MOST_SECONDS, seed
        slowest = max(slowest, seconds)
    return {
        "files": len(seeds),
        "read": len(seeds) - refused,
        "refused": refused,
        "slowest_seconds": round(slowest, 2),
    }


def check(tables):
    """What is read can be stored and shown, whatever it says."""
    for table in tables:
        assert len({len(row) for row in table.rows}) <= 1
        for row in table.rows:
            assert "\0" not in "".join(row).encode().decode()


@pytest.mark.parametrize(
    "seeds",
    [
        pytest.param(range(1_000), id="some"),
        pytest.param(range(1_000, 21_000), id="full", marks=pytest.mark.drill),
    ],
)
def test_broken_files_are_read_or_refused(seeds, print_figures):
    figures = read_or_refuse(seeds)

    print_figures(id="R6", **figures)
    # Not all are so broken that nothing is looked at, and not all are whole.
    assert figures["read"]
    assert figures["refused"]
