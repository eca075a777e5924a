"""Run beside a database: answers addresses from standard input, rendered each time.

One JSON line an address: how long it took, and what the processor worked for it here
and in the connection's process of the database, which other work slows down less.
"""

import json
import os
import sys
from pathlib import Path
from time import perf_counter, process_time

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from welfare_plan.garbage import collect_rarely  # noqa: E402

_STAFF = ("/staff/", "/admin/")


def main():
    everybody, staff = Client(), Client()
    staff.force_login(_somebody())
    collect_rarely()  # As a worker of gunicorn does.
    # On one core with whoever it is compared to: each has a clock of its own.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for line in sys.stdin:
        address = line.strip()
        client = staff if address.startswith(_STAFF) else everybody
        print(json.dumps(_asked(client, address)), flush=True)


def _somebody():
    users = get_user_model().objects
    return users.filter(username="bench").first() or users.create_superuser("bench")


def _asked(client, address) -> dict:
    queries = []

    def count(execute, *arguments):
        queries.append(arguments[0])
        return execute(*arguments)

    worked, began = _worked(), perf_counter()
    with connection.execute_wrapper(count):
        response = client.get(address)
        size = len(response.getvalue())
    took = perf_counter() - began
    return {
        "status": response.status_code,
        "ms": took * 1000,
        "cpu_ms": (_worked() - worked) * 1000,
        "queries": len(queries),
        "bytes": size,
    }


def _worked() -> float:
    """Seconds of the processor; Linux tells those of another process."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    told = Path(f"/proc/{process}/schedstat").read_text(encoding="ascii")
    return process_time() + int(told.split()[0]) / 1e9


if __name__ == "__main__":
    main()
