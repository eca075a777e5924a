"""How fast a kept page is, as a share of a bare view with the same bytes.

    python -m tests.bench.page_cache sqlite 5 2

Five rounds of two seconds for each figure, in turn; one JSON line a figure with the
median of the shares, round by round. Every figure is a function of the same servers.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from urllib.request import urlopen

from tests.bench.load import Rate, rate, unchanged_rate
from tests.bench.pages import measured
from tests.bench.servers import SETTINGS, bare, filled, keeping

OTHER_PLAN = "kita-ku"


@dataclass(frozen=True)
class Servers:
    """The site with a page of 100 targets, and the bare view with the bytes of it."""

    env: dict
    page: str
    const: str


@contextmanager
def servers(kind: str) -> Iterator[Servers]:
    with filled(kind) as site, keeping(site) as address:
        page = address + site.pages["plan"]
        with bare(page) as const:
            yield Servers(site.env, page, const)


def const(at: Servers, seconds) -> Rate:
    return rate(at.const, {}, seconds)


def plain(at: Servers, seconds) -> Rate:
    return rate(at.page, {}, seconds)


def compressed(at: Servers, seconds) -> Rate:
    return rate(at.page, {"Accept-Encoding": "gzip"}, seconds)


def unchanged(at: Servers, seconds) -> Rate:
    return unchanged_rate(at.page, seconds)


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


def lines(kind: str, rounds=5, seconds=2, figures=FIGURES) -> Iterator[dict]:
    """One dictionary a figure."""
    with servers(kind) as at:
        asked = {figure.__name__: partial(figure, at) for figure in figures}
        for line in measured(asked, rounds, seconds):
            yield {"database": kind, **line}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    arguments = [int(text) for text in sys.argv[2:]]
    for figure in lines(sys.argv[1], *arguments):
        print(json.dumps(figure, ensure_ascii=False), flush=True)
