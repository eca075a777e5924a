"""What keeps the site from its work, each in a line for the log."""

from django.conf import settings
from django.db import DatabaseError, connection

from welfare_plan.health.disk import unwritable
from welfare_plan.health.migrations import unapplied
from welfare_plan.static_files import are_collected


def problems() -> list[str]:
    return [*_of_the_database(), *_of_the_disk(), *_of_the_release()]


def _of_the_database():
    try:
        missing = unapplied()
        if connection.vendor == "postgresql" and _is_read_only():
            yield "database: takes no writing"
    except DatabaseError as error:
        yield f"database: {next(iter(str(error).splitlines()), 'away')}"
        return
    if missing:
        yield f"migrations: {len(missing)} not applied, first {'.'.join(missing[0])}"


def _is_read_only():
    """A standby that was not promoted, or a server told to take no more."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_read_only")
        return cursor.fetchone() == ("on",)


def _of_the_disk():
    places = [settings.EVIDENCE_ROOT, settings.OPEN_DATA_DIR]
    if connection.vendor == "sqlite":
        places.append(connection.settings_dict["NAME"])
    for place in places:
        if reason := unwritable(place):
            yield f"disk: {place}: {reason}"


def _of_the_release():
    if not are_collected():
        yield "static files: not collected"
