"""How fast a page is made, and how fast it is given once it was, on both databases.

    python -m tests.bench.pages 5 2

Five rounds of two seconds for each figure, in turn; one JSON line a figure with the
median of the shares of a bare view with the same bytes, round by round. `made` is a
site that keeps no page; a search is always made anew.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from statistics import median

from tests.bench.load import Rate, rate, unchanged_rate
from tests.bench.servers import bare, filled, keeping, rendering

DATABASES = ("sqlite", "postgresql")
# What is asked in free words would push the other pages out.
_NOT_KEPT = ("search",)
_GZIP = {"Accept-Encoding": "gzip"}


def main(rounds=5, seconds=2) -> None:
    with ExitStack() as stack:
        sites = {kind: stack.enter_context(filled(kind)) for kind in DATABASES}
        kept = {kind: stack.enter_context(keeping(sites[kind])) for kind in sites}
        made = {kind: stack.enter_context(rendering(sites[kind])) for kind in sites}
        for name, path in sites["sqlite"].pages.items():
            with bare(kept["sqlite"] + path) as const:
                figures = {"const": partial(rate, const, {})}
                for kind in DATABASES:
                    ways = _ways(name, kept[kind] + path, made[kind] + path)
                    figures |= {f"{kind} {way}": ask for way, ask in ways.items()}
                for line in measured(figures, int(rounds), int(seconds)):
                    print(json.dumps({"page": name, **line}), flush=True)


def _ways(page, kept, made) -> dict[str, Callable[..., Rate]]:
    ways = {"made": partial(rate, made, {})}
    if page in _NOT_KEPT:
        return ways
    return ways | {
        "kept": partial(rate, kept, {}),
        "gzip": partial(rate, kept, _GZIP),
        "304": partial(unchanged_rate, kept),
    }


def measured(
    figures: dict[str, Callable[..., Rate]], rounds: int, seconds: int
) -> Iterator[dict]:
    """One dictionary a figure; all are shares of the first one, which names them."""
    for ask in figures.values():
        ask(seconds=1)  # every worker has loaded, and made the page
    found = {name: [] for name in figures}
    for _ in range(rounds):
        for name, ask in figures.items():
            found[name].append(ask(seconds=seconds))
    first = next(iter(found))
    for name, rates in found.items():
        yield {"figure": name, **_shares(rates, first, found[first])}


def _shares(rates, name, others) -> dict:
    """How many times the rate of the others, and the times of single answers."""
    ratios = [
        own.a_second / other.a_second for own, other in zip(rates, others, strict=True)
    ]
    return {
        f"of_{name}": round(median(ratios), 3),
        "rounds": [round(ratio, 3) for ratio in ratios],
        "a_second": round(median(one.a_second for one in rates), 1),
        "p50_ms": round(median(one.p50 for one in rates), 2),
        "p99_ms": round(median(one.p99 for one in rates), 2),
        "client": rates[0].client,
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
