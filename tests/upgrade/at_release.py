"""A database as a release before left it, and what has become of its records since.

    python -m tests.upgrade.at_release fill 0.6 1     tables and records of 0.6
    python -m tests.upgrade.at_release newer 0.6      what 0.6 writes into the
                                                      tables of this release
    python -m tests.upgrade.at_release compare 0.6    after `manage.py migrate`
    python -m tests.upgrade.at_release back 0.6       the tables of 0.6 again

`releases/` has for each release its migrations and its records, as `dumpdata` of that
release wrote them; what is made anew (the index of the search) is left out.
"""

import gzip
import json
import sys
from collections import defaultdict
from copy import deepcopy
from pathlib import Path

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.core import serializers  # noqa: E402
from django.core.management.color import no_style  # noqa: E402
from django.core.serializers import python  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.db.migrations.executor import MigrationExecutor  # noqa: E402

RELEASES = Path(__file__).parent / "releases"


def targets_of(release):
    lines = (RELEASES / f"{release}.txt").read_text("utf-8").splitlines()
    return [tuple(line.split()) for line in lines]


def records_of(release):
    with gzip.open(RELEASES / f"{release}.json.gz", "rt", encoding="utf-8") as file:
        return json.load(file)


def fill(release, copies):
    """Of histories as many copies, as many years would have left."""
    MigrationExecutor(connection).migrate(targets_of(release))
    _put(release, copies)


def newer(release):
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    _put(release, copies=1)


def _put(release, copies):
    """By what the release knew of its tables."""
    loader = MigrationExecutor(connection).loader
    then = loader.project_state(targets_of(release)).apps
    python.apps = then
    with transaction.atomic():
        for record in serializers.deserialize("python", _many(release, copies)):
            record.save(force_insert=True)
    python.apps = apps
    statements = connection.ops.sequence_reset_sql(no_style(), then.get_models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _many(release, copies):
    for record in records_of(release):
        yield record
        if ".historical" in record["model"]:
            for number in range(1, copies):
                yield {**deepcopy(record), "pk": record["pk"] + number * 1_000_000}


def compare(release):
    """How many records there were, and those that are gone or are not as they were."""
    before = defaultdict(list)
    for record in records_of(release):
        before[record["model"]].append(record)
    gone, changed = [], []
    for name, records in before.items():
        now = _now(apps.get_model(name))
        for record in records:
            found = now.get(record["pk"])
            if found is None:
                gone.append(f"{name} {record['pk']}")
                continue
            changed += [
                f"{name} {record['pk']} {field}"
                for field, value in record["fields"].items()
                if field in found and found[field] != value
            ]
    total = sum(map(len, before.values()))
    print(json.dumps({"records": total, "gone": gone, "changed": changed}))


def _now(model):
    rows = serializers.serialize("json", model._base_manager.all())
    return {row["pk"]: row["fields"] for row in json.loads(rows)}


def back(release):
    """How many migrations were undone; tables that came since stay."""
    executor = MigrationExecutor(connection)
    applied = len(executor.loader.applied_migrations)
    executor.migrate(targets_of(release))
    left = len(MigrationExecutor(connection).loader.applied_migrations)
    print(json.dumps({"undone": applied - left}))


if __name__ == "__main__":
    do, release, *copies = sys.argv[1:]
    doing = {"fill": fill, "newer": newer, "compare": compare, "back": back}
    doing[do](release, *map(int, copies))
