"""How long a page may keep PostgreSQL busy, so that one query cannot hold all workers.

Set where pages are served and nowhere else: a migration or a restore takes its time.
SQLite has the like in the settings, its `timeout` for a lock.
"""

from django.db import connections

# Milliseconds. A lock is waited for as long as on SQLite; then the page says 503.
LIMITS = {
    "statement_timeout": 30_000,
    "lock_timeout": 5_000,
    "idle_in_transaction_session_timeout": 60_000,
}


def limit_queries() -> None:
    """For every connection that this process makes from now on."""
    database = connections.settings["default"]
    if not database["ENGINE"].endswith("postgresql"):
        return
    given = database["OPTIONS"].get("options", "")
    # What the operator sets in DATABASE_URL comes last, and counts.
    ours = " ".join(f"-c {name}={limit}" for name, limit in LIMITS.items())
    database["OPTIONS"]["options"] = f"{ours} {given}".strip()
