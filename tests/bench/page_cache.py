"""How fast a kept page is, as a share of a bare view with the same bytes.

    python -m tests.bench.page_cache sqlite 5 2

Five rounds of two seconds for each figure, in turn; one JSON line a figure with the
median of the shares, round by round. Every figure is a function of the same servers.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from urllib.request import Request, urlopen

from tests.bench.load import Rate, rate
from tests.own_postgresql import own_postgresql
from tests.site_server import prepare, run_python, served, site_environment

# Fewer threads, steadier figures: docs/decisions/0026-page-cache.md.
SYNC = ("--worker-class", "sync", "--threads", "1", "--workers", "2")
OTHER_PLAN = "kita-ku"


@dataclass(frozen=True)
class Servers:
    """The site with a page of 100 targets, and the bare view with the bytes of it."""

    env: dict
    page: str
    const: str


@contextmanager
def servers(kind: str) -> Iterator[Servers]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench")))
        values = {"LOG_LEVEL": "ERROR", "DJANGO_SETTINGS_MODULE": _SETTINGS}
        if kind == "postgresql":
            server = stack.enter_context(own_postgresql())
            values["DATABASE_URL"] = server.get_uri()
        env = site_environment(folder, **values)
        prepare(env)
        path = run_python(env, "-m", "tests.bench.page_of_targets").splitlines()[-1]
        page = stack.enter_context(served(env, *SYNC)) + path
        body = folder / "body"
        body.write_bytes(urlopen(page).read())
        bare = site_environment(folder, CONST_BODY=str(body))
        app = "tests.bench.const_site:application"
        const = stack.enter_context(served(bare, *SYNC, app))
        yield Servers(env, page, f"{const}/")


_SETTINGS = "welfare_plan.settings"


def const(at: Servers, seconds) -> Rate:
    return rate(at.const, {}, seconds)


def plain(at: Servers, seconds) -> Rate:
    return rate(at.page, {}, seconds)


def compressed(at: Servers, seconds) -> Rate:
    return rate(at.page, {"Accept-Encoding": "gzip"}, seconds)


def unchanged(at: Servers, seconds) -> Rate:
    with urlopen(Request(at.page)) as answer:
        tag = answer.headers["ETag"]
    return rate(at.page, {"If-None-Match": tag}, seconds, status=304)


def unknown_parameters(at: Servers, seconds) -> Rate:
    return rate(f"{at.page}?utm_source=x&page=1", {}, seconds)


def edits_of_another_plan(at: Servers, seconds) -> Rate:
    return _with_edits(at, seconds, OTHER_PLAN)


def edits_of_this_plan(at: Servers, seconds) -> Rate:
    return _with_edits(at, seconds, "bench")


def _with_edits(at, seconds, slug):
    editor = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.edits", slug], env=at.env
    )
    try:
        # Not before it has begun.
        before = _tag_of_all(at)
        while _tag_of_all(at) == before:
            assert editor.poll() is None
        return rate(at.page, {}, seconds)
    finally:
        editor.terminate()
        editor.wait()


def _tag_of_all(at):
    with urlopen(at.page.partition("/plans/")[0] + "/sources/") as answer:
        return answer.headers["ETag"]


# The bare view first: the others are shares of its rate in the same round.
FIGURES: tuple[Callable[[Servers, float], Rate], ...] = (
    const,
    plain,
    compressed,
    unchanged,
    unknown_parameters,
    edits_of_another_plan,
    edits_of_this_plan,
)


def measured(kind: str, rounds=5, seconds=2, figures=FIGURES) -> Iterator[dict]:
    """One dictionary a figure."""
    found = {figure.__name__: [] for figure in figures}
    with servers(kind) as at:
        for figure in figures:
            figure(at, 1)  # both workers have made the page
        for _ in range(rounds):
            for figure in figures:
                found[figure.__name__].append(figure(at, seconds))
    line = partial(_line, kind, found["const"])
    yield from (line(name, rates) for name, rates in found.items())


def _line(kind, const, name, rates):
    shares = [
        own.a_second / bare.a_second for own, bare in zip(rates, const, strict=True)
    ]
    return {
        "database": kind,
        "figure": name,
        "of_const": round(median(shares), 2),
        "rounds": [round(share, 2) for share in shares],
        "a_second": round(median(one.a_second for one in rates)),
        "p50_ms": round(median(one.p50 for one in rates), 2),
        "p99_ms": round(median(one.p99 for one in rates), 2),
        "client": rates[0].client,
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", _SETTINGS)
    arguments = [int(text) for text in sys.argv[2:]]
    for figure in measured(sys.argv[1], *arguments):
        print(json.dumps(figure, ensure_ascii=False), flush=True)
