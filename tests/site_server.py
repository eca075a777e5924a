"""The real server with a database of its own, as `make run` starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from tests.filled_databases import filled

ROOT = Path(__file__).resolve().parents[1]


def site_environment(folder, **values):
    """The environment of a server and of commands that share its database."""
    port = _free_port()
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "EVIDENCE_ROOT": str(folder / "evidence"),
        "OPEN_DATA_DIR": str(folder / "open_data"),
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        **values,
    }


def run_python(env, *arguments) -> str:
    """What a command says that runs beside the server."""
    command = [sys.executable, *arguments]
    options = {"cwd": ROOT, "env": env, "check": True, "text": True}
    return subprocess.run(command, stdout=subprocess.PIPE, **options).stdout


def prepare(env):
    """Tables, the seven plans and, where they are old, the static files."""
    filled("plans", env["DATABASE_URL"], by=lambda: _fill(env))
    collect_static(env)


def _fill(env):
    run_python(env, "manage.py", "migrate", "--verbosity", "0")
    run_python(env, "manage.py", "load_plans", "--verbosity", "0")


def collect_static(env):
    # Not where they are fresh: other tests may just be reading the folder.
    if not _static_files_are_fresh():
        run_python(env, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")


def _static_files_are_fresh():
    manifest = ROOT / "var" / "static" / "staticfiles.json"
    if not manifest.exists():
        return False
    collected = manifest.stat().st_mtime
    sources = (ROOT / "static").rglob("*")
    return all(source.stat().st_mtime < collected for source in sources)


@contextmanager
def served(env, *options):
    """The address of the running server; `options` are further ones of gunicorn."""
    # Not `python -m gunicorn`: after a hand-over that would take its modules for ours.
    program = Path(sys.executable).with_name("gunicorn")
    command = [program, "--config", "welfare_plan/gunicorn.py", *options]
    server = subprocess.Popen(command, cwd=ROOT, env=env)
    try:
        yield waited_for(env["SITE_URL"])
    finally:
        server.terminate()
        server.wait(timeout=35)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def waited_for(address) -> str:
    """The address, once something answers there."""
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return address
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)
