"""An audit is clean only if somebody answered for every package."""

import os

import pytest

from tests import audit
from tests.test_requirements import LOCKS

CLEAN = {"name": "django", "version": "5.2.19", "vulns": []}
HOLE = {"id": "PYSEC-1", "fix_versions": ["5.2.20"]}


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([CLEAN], []),
        ([], ["django: nobody was asked about it"]),
        (
            [{"name": "django", "skip_reason": "not found on PyPI"}],
            ["django: not found on PyPI"],
        ),
        (
            [{**CLEAN, "vulns": [HOLE]}],
            ["django 5.2.19: PYSEC-1, fixed in 5.2.20"],
        ),
        (
            [{**CLEAN, "vulns": [{**HOLE, "fix_versions": []}]}],
            ["django 5.2.19: PYSEC-1, fixed in none"],
        ),
    ],
    ids=["clean", "left out", "skipped", "vulnerable", "not mended yet"],
)
def test_what_is_not_known_to_be_safe_is_a_problem(entries, said):
    assert audit.problems({"django"}, {"dependencies": entries}) == said


def test_a_service_that_cannot_be_reached_is_a_problem(monkeypatch):
    nowhere = "http://127.0.0.1:9"
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"):
        monkeypatch.setitem(os.environ, name, nowhere)
    monkeypatch.setitem(os.environ, "NO_PROXY", "")
    monkeypatch.setitem(os.environ, "no_proxy", "")

    (said,) = audit.audited(LOCKS[0])

    assert said.startswith("the advisory service gave no answer")
