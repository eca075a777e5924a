"""gunicorn as it runs behind a proxy, with signals sent to it under load."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from tests.crowd.web_client import WebClient
from tests.site_server import ROOT, served


@dataclass(frozen=True)
class Running:
    address: str
    pidfile: Path

    @property
    def pid(self) -> int:
        return int(self.pidfile.read_text())

    def signal(self, number) -> None:
        os.kill(self.pid, number)

    def restart(self, check=True) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "deploy/restart.py", str(self.pidfile)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=check,
        )


@contextmanager
def running(env, folder, *options):
    """A server with a pidfile; whatever took its place meanwhile is ended too."""
    pidfile = folder / "server.pid"
    with served(env, "--pid", str(pidfile), *options) as address:
        server = Running(address, pidfile)
        first = server.pid
        try:
            yield server
        finally:
            if pidfile.exists() and server.pid != first:
                _end(server.pid)


def _end(pid):
    os.kill(pid, signal.SIGTERM)
    for _ in range(350):
        if not _is_alive(pid):
            return
        time.sleep(0.1)
    raise TimeoutError(pid)


def _is_alive(pid):
    """Not where it has ended and nobody has asked how: it is no child of ours."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return text.rpartition(")")[2].split()[0] != "Z"


class Load:
    """Visitors who ask one after the other, each request on a connection of its own."""

    def __init__(self, address, paths, *, clients=8):
        self.address, self.paths, self.clients = address, paths, clients
        self.statuses, self.failures, self._is_over = [], [], Event()

    def __enter__(self):
        self._threads = ThreadPoolExecutor(self.clients)
        jobs = (self.paths[n % len(self.paths)] for n in range(self.clients))
        self._jobs = [self._threads.submit(self._visit, path) for path in jobs]
        return self

    def __exit__(self, *failure):
        self._is_over.set()
        self._threads.shutdown()
        for job in self._jobs:
            job.result()

    def wait_for(self, number) -> None:
        """Until so many requests were answered since the beginning."""
        end = time.monotonic() + 600
        while len(self.statuses) < number and time.monotonic() < end:
            time.sleep(0.01)

    def _visit(self, path):
        with closing(WebClient(self.address)) as client:
            while not self._is_over.is_set():
                try:
                    self.statuses.append(client.get(path).status_code)
                except OSError as error:
                    self.failures.append(repr(error))
                    client.close()
