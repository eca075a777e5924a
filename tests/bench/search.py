"""How long a search takes among the targets of a nation.

    python -m tests.bench.search sqlite 75000

One JSON line a query: how many entries it finds, milliseconds of the whole page.
"""

import json
import random
import re
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.database import own_database

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "sources"
QUERIES = (
    "介護",
    "ボランティア",
    "認知症",
    "福",
    "柏市 防災",
    "令和12年度",
    "お年寄り",
    "護介",
    "地域福祉計画書",
)
IN_A_PLAN = 250
ROUNDS = 5


def main(kind: str, entries: int) -> None:
    with own_database(kind):
        _fill(entries)
        for query in QUERIES:
            print(json.dumps(_measured(kind, query), ensure_ascii=False), flush=True)


def _fill(entries):
    from django.db import connection

    from plans.models import SearchEntry
    from plans.search.documents import Document
    from plans.search.index import entry_of
    from tests.factories import a_plan

    chance = random.Random(6)
    lines = [line for path in sorted(FOLDER.glob("*.txt")) for line in _lines(path)]
    for start in range(0, entries, IN_A_PLAN):
        plan = a_plan()
        SearchEntry.objects.bulk_create(
            entry_of(
                plan,
                Document(
                    kind="target",
                    code=f"t-{number}",
                    place=number,
                    url=f"/plans/{plan.slug}/targets/t-{number}/",
                    title=chance.choice(lines)[:60],
                    context="基本方針1 › 基本施策1",
                    text="\n".join(chance.sample(lines, 2)),
                ),
            )
            for number in range(start, min(start + IN_A_PLAN, entries))
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _lines(path):
    text = path.read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if len(line.strip()) > 10]


def _measured(kind, query):
    from django.test import Client

    client, took = Client(), []
    for _ in range(ROUNDS):
        began = perf_counter()
        response = client.get("/search/", {"q": query})
        took.append((perf_counter() - began) * 1000)
    return {
        "database": kind,
        "query": query,
        "found": re.search("([0-9,]+件(?:以上)?)", response.content.decode())[0],
        "page_ms": round(median(took)),
    }


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 75_000)
