"""The pages that this worker keeps, the longest unused ones giving way first."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

from welfare_plan.page_cache.entries import Entry


class Store:
    """Bounded by bytes. A newer page takes the place of the old one, which until then
    stays as the last that is known.
    """

    def __init__(self):
        self._entries: OrderedDict[Hashable, Entry] = OrderedDict()
        self._lock = Lock()
        self.bytes = 0

    def __len__(self):
        return len(self._entries)

    def get(self, key: Hashable) -> Entry | None:
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
            return entry

    def put(self, key: Hashable, entry: Entry, *, limit: int) -> None:
        """Keep the page, unless it alone is above the limit."""
        with self._lock:
            self._drop(key)
            if entry.size > limit:
                return
            self._entries[key] = entry
            self.bytes += entry.size
            while self.bytes > limit:
                self._drop(next(iter(self._entries)))

    def discard(self, key: Hashable) -> None:
        with self._lock:
            self._drop(key)

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
            self.bytes = 0

    def _drop(self, key):
        entry = self._entries.pop(key, None)
        if entry is not None:
            self.bytes -= entry.size


store = Store()
