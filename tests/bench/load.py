"""Asks a server for one address over and over: how often it answers, and how fast.

`wrk` where it is installed; else threads of this process, which share the processor
with what they measure and so make every ratio smaller.
"""

import re
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from time import monotonic
from urllib.parse import urlsplit
from urllib.request import urlopen

CONNECTIONS = 8
_UNITS = {"us": 0.001, "ms": 1, "s": 1000}


@dataclass(frozen=True)
class Rate:
    """Answers a second; milliseconds that half and 99 of 100 answers took at most."""

    a_second: float
    p50: float
    p99: float
    client: str


def rate(url: str, headers: Mapping[str, str], seconds: float, status=200) -> Rate:
    if shutil.which("wrk"):
        return _by_wrk(url, headers, seconds)
    return _by_threads(url, headers, seconds, status)


def unchanged_rate(url: str, seconds: float) -> Rate:
    """How often a browser that has the page is told that it is still the same."""
    with urlopen(url) as answer:
        tag = answer.headers["ETag"]
    return rate(url, {"If-None-Match": tag}, seconds, status=304)


def _by_wrk(url, headers, seconds):
    said = [option for pair in headers.items() for option in ("-H", ": ".join(pair))]
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    output = subprocess.run(
        [*command, *said, url], check=True, capture_output=True, text=True
    ).stdout
    assert "Non-2xx" not in output, output
    return Rate(
        float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1]),
        _percentile(output, 50),
        _percentile(output, 99),
        "wrk",
    )


def _percentile(output, percent):
    number, unit = re.search(rf"{percent}%\s+([\d.]+)(us|ms|s)", output).groups()
    return float(number) * _UNITS[unit]


def _by_threads(url, headers, seconds, status):
    until = monotonic() + seconds
    parts = urlsplit(url)

    def ask():
        took = []
        while (start := monotonic()) < until:
            connection = HTTPConnection(parts.netloc, timeout=10)
            connection.request("GET", f"{parts.path}?{parts.query}", headers=headers)
            answer = connection.getresponse()
            answer.read()
            connection.close()
            assert answer.status == status, answer.status
            took.append((monotonic() - start) * 1000)
        return took

    with ThreadPoolExecutor(CONNECTIONS) as threads:
        jobs = [threads.submit(ask) for _ in range(CONNECTIONS)]
        took = sorted(one for job in jobs for one in job.result())
    return Rate(
        len(took) / seconds,
        took[len(took) // 2],
        took[int(len(took) * 0.99)],
        "threads",
    )
