"""The revisions of the published content, as this worker may use them.

What was read may be used for PAGE_CACHE_LEASE seconds, counted from before the
question. Whoever publishes is answered only after that time (plans.publishing), so any
request that comes after their answer finds the lease run out and asks.
"""

from collections.abc import Iterable
from datetime import datetime
from time import monotonic

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from plans.models import PageRevision
from plans.publishing import EVERYTHING
from welfare_plan.unavailable import is_passing

# A question that failed is not repeated at once: each may wait as long as the pool.
BREAK = 1  # second

_BEFORE_ALL = float("-inf")


class Away(Exception):
    """The database does not answer now."""


class Snapshot:
    """All revisions at one moment; the same object as long as nothing was published."""

    __slots__ = ("_revisions",)

    def __init__(self, revisions: dict[str, int]):
        self._revisions = revisions

    @property
    def everything(self) -> int | None:
        return self._revisions.get(EVERYTHING)

    def of(self, scopes: Iterable[str]) -> tuple:
        """The revisions of the scopes; None for one that was never raised."""
        return tuple(map(self._revisions.get, scopes))


class Revisions:
    def __init__(self):
        self.forget()

    def forget(self) -> None:
        self._lease = _BEFORE_ALL, None
        self._read_at = None
        self._failed_at = _BEFORE_ALL

    def current(self, *, asks_anyway=False) -> Snapshot:
        """As they may be used now; raises Away where the database does not answer.

        `asks_anyway` disregards the lease. Inside a transaction there is none: its own
        edits, which may yet be taken back, are seen at once.
        """
        now = monotonic()
        leased = None if asks_anyway else self.leased()
        if leased is not None and not connection.in_atomic_block:
            return leased
        if now - self._failed_at < BREAK:
            raise Away
        try:
            snapshot = _read(self._lease[1])
        except (DatabaseError, SystemExit) as error:
            # The latter where gunicorn gave up a worker that waited too long for it.
            self._failed(error)
        self._lease, self._read_at = (now, snapshot), timezone.now()
        return snapshot

    def leased(self) -> Snapshot | None:
        """What was read, as long as it may be used without another question."""
        asked_at, snapshot = self._lease
        is_leased = monotonic() - asked_at < settings.PAGE_CACHE_LEASE
        return snapshot if is_leased else None

    def last_read(self) -> tuple[Snapshot | None, datetime | None]:
        """What was read last, and when; None before the first time."""
        return self._lease[1], self._read_at

    def _failed(self, error):
        if not is_passing(error):
            raise error
        self._failed_at = monotonic()
        if not connection.in_atomic_block:
            # A pool may have more that broke: the view is not to have this one again.
            connection.close()
        raise Away from error


def _read(known: Snapshot | None) -> Snapshot:
    """The snapshot that is known where it still holds, else a new one.

    One statement reads them all: rows of two moments would fit together in no page.
    """
    table = connection.ops.quote_name(PageRevision._meta.db_table)
    with connection.cursor() as cursor:
        if known is not None:
            cursor.execute(f"SELECT rev FROM {table} WHERE scope = %s", [EVERYTHING])
            (newest,) = cursor.fetchone() or (None,)
            if newest == known.everything:
                return known
        cursor.execute(f"SELECT scope, rev FROM {table}")
        return Snapshot(dict(cursor.fetchall()))


revisions = Revisions()
