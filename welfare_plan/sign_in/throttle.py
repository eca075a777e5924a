"""Guessing of passwords: axes locks a pair of person and address; this slows addresses.

Many people may share an address, as in a town hall, so nobody is locked out for what
others do there: after many failures, one attempt is taken every few seconds.
"""

from datetime import timedelta
from math import ceil

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from welfare_plan.sign_in.addresses import throttle_address

MANY_FAILURES = 20
SECONDS_BETWEEN = 5


def seconds_to_wait(request: HttpRequest) -> int:
    """How long the address has to wait until its next attempt; 0 for nearly all."""
    if request.method != "POST":
        return 0
    now = timezone.now()
    failed = AccessAttempt.objects.filter(
        ip_address=throttle_address(request),
        attempt_time__gte=now - settings.AXES_COOLOFF_TIME,
    ).aggregate(count=Sum("failures_since_start"), last=Max("attempt_time"))
    if (failed["count"] or 0) < MANY_FAILURES:
        return 0
    left = failed["last"] + timedelta(seconds=SECONDS_BETWEEN) - now
    return max(0, ceil(left.total_seconds()))


def locked_page(request, original_response=None, credentials=None) -> HttpResponse:
    """What axes answers for a pair that is locked."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return _too_many(request, {"minutes": minutes}, seconds=minutes * 60)


def slowed_page(request: HttpRequest, seconds: int) -> HttpResponse:
    return _too_many(request, {"seconds": seconds}, seconds=seconds)


def _too_many(request, page, *, seconds):
    page["limit"] = settings.AXES_FAILURE_LIMIT
    response = render(request, "registration/too_many.html", page, status=429)
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "no-store"
    return response
