"""A variable that cannot be used stops the start; the last line says which one."""

import os
import subprocess
import sys

import pytest
from django.conf import settings


@pytest.mark.parametrize(
    "variable",
    ["DEBUG=ture", "SITE_URL=plans", "DATABASE_POOL_SIZE=many", "LOG_LEVEL=loud"],
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
