"""The README's first command in a clean copy, as a newcomer runs it."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOT_COPIED = (".venv", "var", ".git", ".hypothesis", "__pycache__", ".env")

pytestmark = pytest.mark.setup


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clean") / "portal"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    return folder


@pytest.fixture
def run(copy):
    """Starts `make run` on a free port and gives its address and its process."""
    started = []

    def start():
        port = _free_port()
        process = subprocess.Popen(
            ["make", "run"],
            cwd=copy,
            env=_plain_environment(PORT=str(port)),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, process)
        return address, process

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.long
def test_make_run_serves_every_plan_and_keeps_edits(copy, run):
    address, process = run()
    first = _read(address)
    said = _stop_with_ctrl_c(process)

    _edit(copy, "UPDATE plans_measure SET title = '職員が直した題' WHERE code = '4-2'")
    address, process = run()
    edited = _read(f"{address}/plans/kashiwa-chiiki-fukushi/measures/4-2/")
    said_again = _stop_with_ctrl_c(process)

    assert first.count("公開している計画") == 1
    assert "柏市再犯防止推進計画" in first
    assert "桶川市社協 第6期活動計画" in first
    assert f"{address.rpartition(':')[0]}:" in said
    assert "createsuperuser" in said
    assert "職員が直した題" in edited
    assert "追加0件、更新0件、削除0件" in said_again
    assert (copy / "var" / "secret_key").stat().st_mode & 0o077 == 0


def test_a_wrong_setting_stops_make_run_with_a_line_that_names_it(copy):
    finished = subprocess.run(
        ["make", "run"],
        cwd=copy,
        env=_plain_environment(DEBUG="perhaps"),
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert finished.returncode != 0
    assert "DEBUG=perhaps is neither yes nor no" in finished.stderr


def _plain_environment(**values):
    """The environment of a newcomer: none of this project's variables is set."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DJANGO", "PYTEST", "VIRTUAL_ENV", "MAKE", "MFLAGS"))
        and name not in {"DATABASE_URL", "SECRET_KEY", "SITE_URL", "PORT", "DEBUG"}
    }
    kept["PATH"] = os.pathsep.join(
        part
        for part in kept["PATH"].split(os.pathsep)
        if not part.startswith(str(ROOT / ".venv"))
    )
    return {**kept, **values}


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _read(address):
    with urllib.request.urlopen(address, timeout=10) as response:
        return response.read().decode()


def _wait_for(address, process):
    for _ in range(1800):
        assert process.poll() is None, process.stdout.read()
        try:
            _read(address)
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


def _stop_with_ctrl_c(process):
    """Interrupt the whole terminal group, as Ctrl-C does, and wait for the end."""
    os.killpg(process.pid, signal.SIGINT)
    said, _ = process.communicate(timeout=40)
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    return said


def _edit(copy, statement):
    database = sqlite3.connect(copy / "var" / "portal.sqlite3")
    with database:
        database.execute(statement)
    database.close()
