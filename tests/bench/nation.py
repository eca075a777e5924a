"""How much slower a page is with a nation beside its city, on PostgreSQL.

    python -m tests.bench.nation 1741 5

Makes two databases on one server, the seven plans and one municipality in the first,
so many municipalities in the second, and asks both for each page in turn, rendered
each time. One JSON line a page: medians, and the median of the ratios of each round.
With two more arguments, the addresses of databases, those are measured as they are.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

import psycopg

from tests.bench.nation_pages import GOALS, PAGES
from tests.own_postgresql import own_postgresql
from tests.site_server import ROOT, prepare, run_python, site_environment

_SIDES = ("small", "nation")
_WARM = 3


def main(municipalities=1741, rounds=5, *addresses: str) -> None:
    with ExitStack() as stack:
        if not addresses:
            addresses = stack.enter_context(_made(int(municipalities)))
        sides = [stack.enter_context(_asked(each)) for each in addresses]
        for group, pages in PAGES.items():
            for page in pages:
                line = {"group": group, "page": page, "goal": GOALS[group]}
                line |= _compared(sides, page, int(rounds))
                print(json.dumps(line, ensure_ascii=False), flush=True)


@contextmanager
def _made(municipalities) -> Iterator[list[str]]:
    """The addresses of the two databases, filled."""
    with own_postgresql() as server:
        addresses = [server.get_uri(name) for name in _SIDES]
        for name in _SIDES:
            _run(server.get_uri(), f"CREATE DATABASE {name}")
        for address, wanted in zip(addresses, (1, municipalities), strict=True):
            _fill(address, wanted)
            _run(address, "VACUUM ANALYZE")
        yield addresses


def _fill(address, municipalities):
    with tempfile.TemporaryDirectory() as folder:
        env = _environment(folder, address)
        prepare(env)
        run_python(env, "manage.py", "load_readings", "--verbosity", "0")
        made = ("make_nation", f"--municipalities={municipalities}", "--verbosity=0")
        run_python(env, "manage.py", *made)


def _run(address, statement):
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)


def _environment(folder, address):
    return site_environment(
        Path(folder),
        DATABASE_URL=address,
        ALLOWED_HOSTS="testserver",
        DJANGO_SETTINGS_MODULE="welfare_plan.settings",
        LOG_LEVEL="ERROR",
        PAGE_CACHE_BYTES="0",
    )


@contextmanager
def _asked(address):
    """What gives the measurement of one request for a page."""
    with tempfile.TemporaryDirectory() as folder:
        side = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.asked"],
            cwd=ROOT,
            env=_environment(folder, address),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

        def ask(page) -> dict:
            print(page, file=side.stdin, flush=True)
            measured = json.loads(side.stdout.readline())
            assert measured["status"] == 200, (page, measured)
            return measured

        try:
            yield ask
        finally:
            side.stdin.close()
            side.wait()


def _compared(sides, page, rounds) -> dict:
    for ask in sides * _WARM:
        ask(page)
    pairs = [[ask(page) for ask in sides] for _ in range(rounds)]
    small, nation = zip(*pairs, strict=True)
    return {
        **_ratios("", "ms", pairs),
        **_ratios("cpu_", "cpu_ms", pairs),
        "queries": [side[0]["queries"] for side in (small, nation)],
        "kilobytes": [round(side[0]["bytes"] / 1000) for side in (small, nation)],
    }


def _ratios(prefix, name, pairs):
    ratios = [nation[name] / small[name] for small, nation in pairs]
    medians = [median(side[name] for side in one) for one in zip(*pairs, strict=True)]
    return {
        f"{prefix}ratio": round(median(ratios), 2),
        f"{prefix}rounds": [round(each, 2) for each in ratios],
        name: [round(each, 1) for each in medians],
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
