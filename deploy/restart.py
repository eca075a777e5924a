"""Replaces a running server without refusing a request; for hosts without systemd.

    python deploy/restart.py PIDFILE

The new server takes over the socket (USR2) and the old one ends (TERM) only after every
new worker has loaded the site. If the new one fails, the old one goes on, and this
exits 1.
"""

import os
import signal
import sys
import time
from pathlib import Path

PATIENCE = 60  # seconds
READY = "portal-ready"  # the name that welfare_plan/gunicorn.py gives a loaded worker


class RestartError(Exception):
    pass


def restart(pidfile: Path) -> int:
    """The process id of the new server."""
    old = int(pidfile.read_text())
    wanted = len(_children(old))
    # As long as the old server lives, the new one's id is in PIDFILE.2: whoever reads
    # PIDFILE would end the old one a second time and never hand over.
    handover = pidfile.with_name(f"{pidfile.name}.2")
    handover.unlink(missing_ok=True)
    os.kill(old, signal.SIGUSR2)
    new = _wait(lambda: _number_in(handover), "the new server did not start")
    _wait(lambda: _is_up(new, wanted), "the new server did not load the site")
    os.kill(old, signal.SIGTERM)
    _wait(lambda: not _is_alive(old), "the old server did not end")
    _wait(lambda: _number_in(pidfile) == new, "the new server did not take over")
    return new


def _is_up(server, wanted):
    if not _is_alive(server):
        raise RestartError("the new server ended; the old one goes on")
    return sum(_name_of(child) == READY for child in _children(server)) >= wanted


def _wait(found, failure):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if result := found():
            return result
        time.sleep(0.05)
    raise RestartError(failure)


def _number_in(path):
    try:
        return int(path.read_text())
    except (FileNotFoundError, ValueError):
        return 0


def _children(pid):
    return [child for child in _processes() if _stat(child)[1:2] == [str(pid)]]


def _is_alive(pid):
    return _stat(pid)[:1] not in ([], ["Z"])


def _processes():
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _stat(pid):
    """The state and the parent of a process and what follows; empty once it is gone."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return []
    # The name stands in brackets and may hold blanks and brackets itself.
    return text.rpartition(")")[2].split()


def _name_of(pid):
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""


if __name__ == "__main__":
    try:
        print(restart(Path(sys.argv[1])))
    except RestartError as error:
        sys.exit(f"{error}.")
