"""deploy/systemd: what the units name is there, and systemd understands them."""

import re
import shutil
import subprocess
from configparser import ConfigParser

import pytest
from django.core.management import get_commands

from tests.site_server import ROOT

FOLDER = ROOT / "deploy" / "systemd"
UNITS = sorted(FOLDER.glob("welfare-plan*"))
SERVICES = [path for path in UNITS if path.suffix == ".service"]
HOME = "/opt/welfare-plan/current"


def read(path):
    unit = ConfigParser(interpolation=None, strict=False)
    unit.optionxform = str
    unit.read_string(path.read_text("utf-8"))
    return unit


def each(paths):
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.name)


@each(SERVICES)
def test_a_service_runs_our_code_as_a_user_without_rights(path):
    service = read(path)["Service"]
    program, *words = service["ExecStart"].split()

    assert service["User"] == "portal"
    assert service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == "true"
    assert program.startswith(f"{HOME}/.venv/bin/")
    if words[0] == "manage.py":
        assert words[1] in get_commands()
    else:
        assert (ROOT / words[1]).is_file()


@each([path for path in UNITS if path.suffix == ".timer"])
def test_a_timer_starts_a_service_at_an_hour_of_japan(path):
    assert path.with_suffix(".service") in SERVICES
    assert read(path)["Timer"]["OnCalendar"].endswith(" Asia/Tokyo")


def test_nginx_asks_where_the_socket_listens():
    socket = read(FOLDER / "welfare-plan.socket")["Socket"]["ListenStream"]
    upstream = (ROOT / "deploy" / "nginx" / "upstream-systemd.conf").read_text("utf-8")

    assert re.findall(r"server unix:(\S+)", upstream) == [socket]


def test_the_server_is_given_longer_to_end_than_a_request_may_take():
    server = (ROOT / "welfare_plan" / "gunicorn.py").read_text("utf-8")
    (graceful,) = re.findall(r"^graceful_timeout = (\d+)", server, re.MULTILINE)

    stop = read(FOLDER / "welfare-plan.service")["Service"]["TimeoutStopSec"]

    assert int(stop) > int(graceful)


@each(UNITS)
def test_systemd_understands_it_where_there_is_one(path, tmp_path):
    program = shutil.which("systemd-analyze")
    # The programs that the units start are on the server, not here.
    for unit in UNITS:
        text = re.sub(r"^(Exec\w+=)\S+", r"\1/bin/true", unit.read_text(), flags=re.M)
        (tmp_path / unit.name).write_text(text)
    if not program:
        return

    done = subprocess.run(
        [program, "verify", "--man=no", tmp_path / path.name],
        capture_output=True,
        text=True,
        env={"SYSTEMD_UNIT_PATH": f"{tmp_path}:", "PATH": "/usr/bin:/bin"},
    )

    own = [line for line in done.stderr.splitlines() if path.stem in line]
    assert (done.returncode, own) == (0, []), done.stderr
