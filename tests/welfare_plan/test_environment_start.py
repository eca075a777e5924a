"""A variable that cannot be used stops the start; the last line says which one."""

import os
import subprocess
import sys

import pytest
from django.conf import settings


@pytest.mark.parametrize(
    "variable",
    [
        *("DEBUG=ture", "SITE_URL=plans", "THREADS=many", "LOG_LEVEL=loud"),
        *("LOG_FORMAT=xml", "LOG_STREAM=file"),
        *("PAGE_CACHE_BYTES=64MB", "PAGE_CACHE_LEASE_MS=-1", "PAGE_CACHE_VERIFY=no!"),
    ],
)
def test_bad_variable_stops_the_start_and_is_named(variable):
    name, _, value = variable.partition("=")

    process = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.BASE_DIR,
        env={**os.environ, "SECRET_KEY": "k" * 50, name: value},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert process.returncode == 1
    assert name in process.stderr.splitlines()[-1]


_COUNT = """
import runpy
from django.conf import settings
pool = settings.DATABASES["default"]["OPTIONS"]["pool"]
print(pool["max_size"], runpy.run_path("welfare_plan/gunicorn.py")["threads"])
"""


@pytest.mark.parametrize(("given", "threads"), [({}, "4"), ({"THREADS": "9"}, "9")])
def test_no_thread_of_a_worker_waits_for_the_connection_of_another(given, threads):
    inherited = {name: text for name, text in os.environ.items() if name != "THREADS"}
    own = {
        "SECRET_KEY": "k" * 50,
        "DATABASE_URL": "postgres://localhost/nowhere",
        "DJANGO_SETTINGS_MODULE": "welfare_plan.settings",
    }

    said = subprocess.run(
        [sys.executable, "-c", _COUNT],
        cwd=settings.BASE_DIR,
        env={**inherited, **own, **given},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout

    assert said.split() == [threads, threads]
