"""How much memory and time the download of a nation's figures takes.

    python -m tests.bench.download sqlite 1000000 [file …]

Each file is asked of a process of its own, through the view, twice: it is written at
the first time and read from the disk at the second. One JSON line a file; the peaks of
resident memory are those of that process, before and after.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.bench.database import own_database

FILES = ("observations.csv", "observations.json", "csv.zip")
_SERVE = "serve"


def main(kind: str = "sqlite", values: str = "1000000", *files: str) -> None:
    with tempfile.TemporaryDirectory(prefix="downloads") as folder:
        os.environ["OPEN_DATA_DIR"] = folder
        with own_database(kind):
            from django.db import connection

            from tests.bench.many_values import fill

            fill(int(values))
            connection.close()
            for name in files or FILES:
                said = _asked_of_another_process(name)
                measured = {"database": kind, "values": int(values), **said}
                print(json.dumps(measured, ensure_ascii=False), flush=True)


def _asked_of_another_process(name) -> dict:
    command = [sys.executable, "-m", "tests.bench.download", _SERVE, name]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def serve(name: str) -> None:
    """Ask for the file in this process, after one of every kind that is small."""
    import django

    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    for small in ("codes.csv", "codes.json", "datapackage.json"):
        _fetched(small)
    before = _peak()
    first, size = _fetched(name)
    again, _ = _fetched(name)
    after = _peak()
    measured = {
        "file": name,
        "megabytes": round(size / 1e6, 1),
        "seconds": round(first, 1),
        "seconds_again": round(again, 1),
        "peak_rss_mb_before": round(before, 1),
        "peak_rss_mb_after": round(after, 1),
        "added_mb": round(after - before, 1),
    }
    print(json.dumps(measured))


def _fetched(name) -> tuple[float, int]:
    """Seconds and bytes."""
    from django.test import Client

    began = perf_counter()
    response = Client().get(f"/data/all/{name}")
    size = sum(map(len, response))
    return perf_counter() - began, size


def _peak() -> float:
    """Megabytes of resident memory, as Linux keeps them.

    Not by `getrusage`, which begins with the peak of the process that started this one.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s*([0-9]+) kB", status)[1]) * 1024 / 1e6


if __name__ == "__main__":
    if sys.argv[1:2] == [_SERVE]:
        serve(sys.argv[2])
    else:
        main(*sys.argv[1:])
