"""The one way to write published content.

    with publishing("plan:kashiwa-4"):
        measure.save()

opens a transaction, runs the registered hooks (such as a search index) and, as its
last statements, raises the revision rows that cached pages are checked against. No
commit without a new revision, no new revision without a commit.

After the commit it waits for the lease of those rows to run out in every worker
(welfare_plan.page_cache.revisions): whoever published sees it on their next page.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import connection, transaction

from plans.models import PageRevision

EVERYTHING = "*"

_open_scopes: ContextVar[set[str] | None] = ContextVar("open_scopes", default=None)
_hooks: list[Callable[[frozenset[str]], None]] = []


def register_publishing_hook(hook: Callable[[frozenset[str]], None]) -> None:
    """Have `hook` called with the scopes, inside each publishing transaction."""
    if hook not in _hooks:
        _hooks.append(hook)


def unregister_publishing_hook(hook: Callable[[frozenset[str]], None]) -> None:
    _hooks.remove(hook)


def open_scopes() -> set[str] | None:
    """The scopes of the publication that is under way; None where there is none."""
    return _open_scopes.get()


@contextmanager
def publishing(*scopes: str) -> Iterator[set[str]]:
    """Write published content of the scopes in one transaction.

    Yields the set of scopes, so that the body can add those it meets on its way. A
    block inside another one joins it: hooks and revisions come once, at the outer
    end. A block that ends with no scope raises no revision.
    """
    outer = _open_scopes.get()
    if outer is not None:
        with transaction.atomic():
            yield outer
            outer.update(scopes)
        return
    collected = set(scopes)
    token = _open_scopes.set(collected)
    try:
        with transaction.atomic():
            yield collected
            if collected:
                for hook in _hooks:
                    hook(frozenset(collected))
                raise_revisions(collected)
    finally:
        _open_scopes.reset(token)


def raise_revisions(scopes) -> None:
    """Raise the revision rows of `*` and the scopes; needs an open transaction.

    The new number is above the old one and never below the clock in microseconds, so
    that no number comes twice for other content after a restore from backup. Rows
    are taken in one order, `*` first, so that two publishers cannot deadlock.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "raise_revisions needs a transaction: use publishing()."
        )
    table = connection.ops.quote_name(PageRevision._meta.db_table)
    now = time.time_ns() // 1000
    with connection.cursor() as cursor:
        for scope in sorted({EVERYTHING, *scopes}):
            cursor.execute(
                f"INSERT INTO {table} (scope, rev) VALUES (%s, %s) "
                "ON CONFLICT (scope) DO UPDATE SET rev = CASE "
                f"WHEN {table}.rev >= excluded.rev THEN {table}.rev + 1 "
                "ELSE excluded.rev END",
                [scope, now],
            )
    transaction.on_commit(_wait_for_leases)


def _wait_for_leases() -> None:
    """A little longer than the lease: clocks of two machines run at two speeds."""
    time.sleep(1.05 * settings.PAGE_CACHE_LEASE)
