"""A crowd whose connections commit. They wait for as long as it takes: fifty threads of
one process get in each other's way as those of a worker, which has a few, never do.
"""

import json
from functools import partial

import pytest

from tests.committed_records import committed_records
from tests.own_connections import in_threads, patient_connection


@pytest.fixture
def at_once(db, tmp_path):
    return partial(in_threads, patient_connection(tmp_path))


@pytest.fixture
def made(at_once):
    with committed_records(at_once) as made:
        yield made


@pytest.fixture
def print_figures(capsys, request):
    """Prints the figures of a drill as one line of JSON; nothing in the small size."""

    def say(**figures):
        if request.node.get_closest_marker("drill"):
            with capsys.disabled():
                print("\n" + json.dumps(figures, ensure_ascii=False), flush=True)

    return say
