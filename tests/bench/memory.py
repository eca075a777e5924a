"""How much memory a worker takes over 10,000 requests for all public pages in turn.

    python -m tests.bench.memory sqlite 10000

One worker, with its page cache; one JSON line each tenth of the way: resident memory in
megabytes, as Linux counts it.
"""

import json
import re
import sys
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from tests.bench.servers import filled
from tests.site_server import served

ONE = ("--worker-class", "sync", "--threads", "1", "--workers", "1")
_LOC = re.compile(r"<loc>([^<]+)</loc>")


def main(kind="sqlite", requests="10000") -> None:
    with filled(kind) as site, served(site.env, *ONE) as address:
        worker = _worker_on(site.env["PORT"])
        pages = cycle(_addresses(f"{address}/sitemap.xml"))
        for number in range(int(requests) + 1):
            if number % max(int(requests) // 10, 1) == 0:
                said = {"database": kind, "requests": number, "megabytes": _rss(worker)}
                print(json.dumps(said), flush=True)
            _ask(next(pages))


def _addresses(sitemap) -> list[str]:
    """Every page, in the order of the sitemaps."""
    found = _LOC.findall(urlopen(sitemap).read().decode())
    return [
        page
        for address in found
        for page in (_addresses(address) if address.endswith(".xml") else [address])
    ]


def _ask(address):
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=30)
    connection.request("GET", f"{parts.path}?{parts.query}".rstrip("?"))
    answer = connection.getresponse()
    answer.read()
    connection.close()
    assert answer.status == 200, (address, answer.status)


def _worker_on(port) -> int:
    """The process of the server whose parent is one of its processes too."""
    own = {process for process in _processes() if _serves_on(process, port)}
    return next(process for process in own if _parent_of(process) in own)


def _processes():
    return (int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit())


def _serves_on(process, port):
    try:
        said = Path(f"/proc/{process}/environ").read_bytes()
    except OSError:
        return False
    return f"PORT={port}".encode() in said.split(b"\0")


def _parent_of(process) -> int:
    return _status(process, "PPid")


def _rss(process) -> float:
    return round(_status(process, "VmRSS") * 1024 / 1e6, 1)


def _status(process, name) -> int:
    text = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(re.search(rf"^{name}:\s*(\d+)", text, re.MULTILINE)[1])


if __name__ == "__main__":
    main(*sys.argv[1:])
