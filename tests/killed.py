"""A step in a process of its own, killed at any moment: all of it or nothing."""

import os
import random
import subprocess
import sys
import time
from collections import Counter


def never_in_between(database, module, keys, *, added, kills) -> dict[str, int]:
    """Kill `python -m module keys…` and look at what is left, `kills` times.

    How often nothing and how often all of it was there afterwards.

    The module says "go" right before its step. `added` is by how much the whole step
    raises each of `database.counts()`.
    """
    moments = random.Random(3)
    database.set_back()
    nothing = database.counts()
    everything = tuple(map(sum, zip(nothing, added, strict=True)))
    whole = _seconds_of_a_whole_run(database, module, keys)
    assert (found := database.counts()) == everything, found

    left = Counter()
    for _ in range(kills):
        database.set_back()
        process = _started(database, module, keys)
        time.sleep(moments.uniform(0, whole))
        process.kill()
        process.communicate()

        assert (found := database.counts()) in [nothing, everything], found
        left[found] += 1

    # And what was left behind keeps nobody from trying again.
    database.set_back()
    _started(database, module, keys).communicate(timeout=300)
    assert (found := database.counts()) == everything, found
    return {"kills": kills, "nothing": left[nothing], "all": left[everything]}


def _started(database, module, keys):
    process = subprocess.Popen(
        [sys.executable, "-m", module, *map(str, keys)],
        env={
            **os.environ,
            "DATABASE_URL": database.address,
            "DJANGO_SETTINGS_MODULE": "welfare_plan.settings",
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "go\n"
    return process


def _seconds_of_a_whole_run(database, module, keys):
    database.set_back()
    process, start = _started(database, module, keys), time.perf_counter()
    process.communicate(timeout=300)
    return time.perf_counter() - start
