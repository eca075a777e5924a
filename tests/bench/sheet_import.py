"""10,000 rows of a round from CSV: our flow, the stock one of django-import-export, and
the limit, in turns on one database.

    python -m tests.bench.sheet_import sqlite [rows [turns]]

Ours: upload, preview and 確定 through the views, pages included. Stock: reading the
file, its dry run, reading it again and the import, as its admin does, without any page.
Limit: clean_fields and bulk_create of the same values. Copy: COPY on PostgreSQL, which
checks nothing. One JSON line each.
"""

import json
import sys
import time

from tests.bench.database import own_database


def main(kind="sqlite", rows="10000", turns="3"):
    with own_database(kind):
        from tests.bench.flows import COPY, LIMIT, OURS, STOCK, Flows

        flows = Flows(int(rows))
        copy = [COPY] if kind == "postgresql" else []
        measured = {name: [] for name in (OURS, STOCK, LIMIT, *copy)}
        steps = []
        for _ in range(int(turns)):
            for name in measured:
                flows.big.empty()
                start = time.perf_counter()
                parts = flows.run(name)
                measured[name].append(time.perf_counter() - start)
                steps += [parts] if parts else []
        _report(kind, int(rows), measured, steps)


def _report(kind, rows, measured, steps):
    best = {name: min(times) for name, times in measured.items()}
    for name, seconds in best.items():
        _print(database=kind, flow=name, rows=rows, seconds=round(seconds, 2),
               rows_a_second=round(rows / seconds))  # fmt: skip
    ours, stock, limit, *copy = best.values()
    confirm = min(step["confirm"] for step in steps)
    parts = {name: round(min(s[name] for s in steps), 2) for name in steps[0]}
    _print(database=kind, steps=parts)
    _print(database=kind, measure="P9", times_stock=round(stock / ours, 1))
    _print(database=kind, measure="P10", share_of_limit=round(limit / confirm, 2))
    for seconds in copy:
        _print(database=kind, measure="COPY", share=round(seconds / confirm, 3))


def _print(**said):
    print(json.dumps(said, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
