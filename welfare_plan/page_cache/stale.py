"""The last known page while the database is away: it says so, and of when it is."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from plans.changes.words import moment_text
from welfare_plan.page_cache.entries import Entry
from welfare_plan.page_cache.revisions import revisions

OLDEST = timedelta(hours=24)
_PLACE = b'<main id="main"'


def stale_page(request: HttpRequest, entry: Entry | None) -> HttpResponse | None:
    """The page with a notice; None where there is none, or only one of long ago.

    A picture and a feed have no room for a notice. Nobody is to keep any of them.
    """
    if entry is None:
        return None
    moment = _true_until(entry)
    if timezone.now() - moment > OLDEST:
        return None
    body = _with_notice(entry.body, moment)
    headers = {
        **entry.headers,
        "Cache-Control": "no-store",
        "Content-Length": str(len(body)),
    }
    return HttpResponse(b"" if request.method == "HEAD" else body, headers=headers)


def _true_until(entry) -> datetime:
    """When it was last known that nothing had been published since."""
    snapshot, read_at = revisions.last_read()
    if snapshot and entry.is_current(snapshot, timezone.localdate()):
        return read_at
    return entry.made_at


def _with_notice(body, moment):
    before, place, after = body.partition(_PLACE)
    if not place:
        return body
    said = render_to_string("stale_notice.html", {"moment": moment_text(moment)})
    return before + said.encode() + place + after
