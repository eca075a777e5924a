"""Two answers of a word each: outsiders learn nothing, the log has the reasons."""

import logging

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from welfare_plan.health.checks import problems

_log = logging.getLogger(__name__)
_PLAIN = "text/plain; charset=utf-8"


@require_safe
@never_cache
def healthz(request):
    """The process answers. No database: a restart would not bring that back."""
    return HttpResponse("ok\n", content_type=_PLAIN)


@require_safe
@never_cache
def readyz(request):
    """Whether pages can be made and edits be stored: 200, else 503."""
    found = problems()
    if not found:
        return HttpResponse("ready\n", content_type=_PLAIN)
    _log.error("not ready: %s", "; ".join(found))
    response = HttpResponse("not ready\n", content_type=_PLAIN, status=503)
    # It is in the log already, with the reasons.
    response._has_been_logged = True
    return response
