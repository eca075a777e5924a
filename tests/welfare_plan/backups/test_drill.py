"""A backup while others write: one moment, brought back soon, and the pages equal."""

import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from django.db import connection

from tests.site_server import ROOT, served, site_environment
from tests.welfare_plan.backups import sites
from tests.welfare_plan.backups.conftest import look
from welfare_plan.backups.manifest import read_manifest

pytestmark = [pytest.mark.django_db, pytest.mark.long]

WRITTEN = """
SELECT (SELECT count(*) FROM initiatives_department WHERE code LIKE 'w-%'),
       (SELECT count(*) FROM initiatives_historicaldepartment WHERE code LIKE 'w-%'),
       (SELECT count(*) FROM indicators_target)
"""
RTO = 300  # seconds


@pytest.mark.parametrize(
    "targets",
    [
        pytest.param(0, id="small"),
        pytest.param(25_000, id="full", marks=pytest.mark.drill),
    ],
)
def test_it_is_one_moment_of_a_site_in_use(
    saved, another, tmp_path, targets, print_figures
):
    site = sites.empty(tmp_path / "busy")
    site.manage("restore", saved.backup)
    with _writer(site, targets) as start:
        at_the_mark = look(site)["pages"]
        start()
        before = _wait_for_rows(site)
        started = time.monotonic()
        backup = site.backup(tmp_path / "backups")
        taken = time.monotonic() - started
        after = sites.row(site, WRITTEN)[0]
    sites.forget(site)

    started = time.monotonic()
    another.manage("restore", backup)
    with served(_served_env(another)):
        back = time.monotonic() - started

    found, manifest = look(another), read_manifest(backup)
    rows, history, all_targets = sites.row(another, WRITTEN)
    size = sum(path.stat().st_size for path in backup.rglob("*") if path.is_file())
    print_figures(
        id="R16",
        database=connection.vendor,
        targets=all_targets,
        megabytes=round(size / 1e6, 1),
        backup_seconds=round(taken, 1),
        rto_seconds=round(back, 1),
        written_meanwhile=after - before,
    )
    assert found["pages"] == at_the_mark
    assert found["counts"] == manifest.counts
    assert before <= rows == history <= after
    assert after > before
    assert back < RTO


def _served_env(site):
    own = site_environment(site.folder)
    return {**own, **site.env, "PORT": own["PORT"], "SITE_URL": own["SITE_URL"]}


@contextmanager
def _writer(site, targets):
    command = ["-m", "tests.welfare_plan.backups.writer", str(targets)]
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=site.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout.readline() == "go\n"
        yield lambda: (process.stdin.write("\n"), process.stdin.flush())
    finally:
        process.kill()
        process.communicate()


def _wait_for_rows(site):
    end = time.monotonic() + 30
    while (rows := sites.row(site, WRITTEN)[0]) < 5:
        assert time.monotonic() < end
        time.sleep(0.1)
    return rows
