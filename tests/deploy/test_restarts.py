"""New workers and new servers while visitors go on: no request fails."""

import json
import signal
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from tests.crowd.web_client import WebClient
from tests.deploy.servers import Load, running

pytestmark = [pytest.mark.setup, pytest.mark.django_db, pytest.mark.long]

PATHS = ("/healthz", "/plans/kita-ku/", "/dashboard/")
GRACEFUL = 30  # seconds, in welfare_plan/gunicorn.py


@pytest.mark.parametrize(
    ("times", "requests"),
    [
        pytest.param(2, 200, id="twice"),
        pytest.param(20, 10_000, id="full", marks=pytest.mark.drill),
    ],
)
def test_no_request_fails_while_servers_hand_over(
    env, tmp_path, times, requests, print_figures
):
    with running(env, tmp_path) as server, Load(server.address, PATHS) as load:
        pids = [server.pid]
        for number in range(times):
            load.wait_for(requests * number // times)
            server.restart()
            pids.append(server.pid)
        load.wait_for(requests)

    print_figures(
        id="R10",
        how="USR2+TERM",
        restarts=times,
        requests=len(load.statuses),
        failed=len(load.failures) + len(load.statuses) - load.statuses.count(200),
    )
    assert load.failures == []
    assert Counter(load.statuses) == {200: len(load.statuses)}
    assert len(load.statuses) >= requests
    assert len(set(pids)) == times + 1


@pytest.mark.parametrize(
    ("times", "requests"),
    [
        pytest.param(2, 200, id="twice"),
        pytest.param(20, 10_000, id="full", marks=pytest.mark.drill),
    ],
)
def test_no_request_fails_while_workers_are_renewed(
    env, tmp_path, times, requests, print_figures
):
    with running(env, tmp_path) as server, Load(server.address, PATHS) as load:
        for number in range(times):
            load.wait_for(requests * number // times)
            server.signal(signal.SIGHUP)
            time.sleep(2)
        load.wait_for(requests)

    print_figures(
        id="R10",
        how="HUP",
        restarts=times,
        requests=len(load.statuses),
        failed=len(load.failures) + len(load.statuses) - load.statuses.count(200),
    )
    assert load.failures == []
    assert Counter(load.statuses) == {200: len(load.statuses)}
    assert len(load.statuses) >= requests


@pytest.mark.parametrize(
    "seconds",
    [
        pytest.param(1, id="short"),
        pytest.param(5, id="full", marks=pytest.mark.drill),
    ],
)
def test_a_request_in_flight_comes_to_its_end(env, tmp_path, seconds, print_figures):
    site = "tests.deploy.slow_site:application"
    with (
        running(env, tmp_path, site) as server,
        closing(WebClient(server.address)) as client,
        ThreadPoolExecutor(1) as thread,
    ):
        answer = thread.submit(client.get, f"/slow?{seconds}")
        time.sleep(0.3)
        start = time.monotonic()
        server.signal(signal.SIGTERM)
        answer = answer.result()
        while server.pidfile.exists() and time.monotonic() - start < 2 * GRACEFUL:
            time.sleep(0.05)
        ended_after = time.monotonic() - start

    print_figures(
        id="R11",
        request=seconds,
        status=answer.status_code,
        ended=round(ended_after, 1),
    )
    assert (answer.status_code, answer.content) == (200, b"whole")
    assert ended_after <= GRACEFUL


def test_a_release_that_does_not_load_leaves_the_old_one_running(env, tmp_path, capfd):
    """The new server reads its settings anew, from a file that is wrong by then."""
    settings = tmp_path / "wrong.py"
    settings.write_text("from welfare_plan.gunicorn import *\n")
    with running(env, tmp_path, "--config", str(settings)) as server:
        pid = server.pid
        settings.write_text('wsgi_app = "welfare_plan.nowhere:application"\n')

        done = server.restart(check=False)

        assert done.returncode == 1
        assert done.stderr == "the new server ended; the old one goes on.\n"
        assert server.pid == pid
        with closing(WebClient(server.address)) as client:
            assert client.get("/healthz").status_code == 200
    assert "No module named 'welfare_plan.nowhere'" in capfd.readouterr().err


def test_the_log_is_one_stream_of_objects_with_the_request_of_each(
    env, tmp_path, capfd
):
    own = {**env, "LOG_FORMAT": "json", "ACCESS_LOG": "true"}
    own["GUNICORN_LOG_LEVEL"] = "info"
    with running(own, tmp_path) as server, closing(WebClient(server.address)) as client:
        client.get("/nowhere/?q=secret")

    out, err = capfd.readouterr()
    lines = [json.loads(line) for line in out.splitlines()]
    assert err == ""
    asked = [line for line in lines if "/nowhere/" in line["message"]]
    assert {line["logger"] for line in asked} == {"gunicorn.access", "django.request"}
    assert len({line["request_id"] for line in asked}) == 1
    assert all(line["time"].endswith("+00:00") for line in lines)
    assert "secret" not in out
