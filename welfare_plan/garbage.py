"""When a process that answers requests looks for garbage."""

import gc


def collect_rarely() -> None:
    """Never again in what is loaded by now, and in the rest after 10,000 objects.

    A page makes some thousand rows that all end with it; looking for cycles among them
    after every 700 took a thirtieth of its time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)
