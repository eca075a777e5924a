"""The front page, and the pages that say in plain Japanese what went wrong."""

import sys

from django.http import HttpResponseServerError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import requires_csrf_token
from django.views.decorators.http import require_safe

from indicators.views_embed import EMBEDS, out_of_order
from plans.editing.kept_forms import is_from_here, send_again_page, typed_in
from plans.rendering import render_page
from welfare_plan.api.failures import failed, is_for_programs, unreadable
from welfare_plan.home_page import home_page
from welfare_plan.unavailable import error_page, is_passing, unavailable


def home(request):
    return render_page(request, "home.html", home_page(timezone.localdate()))


@require_safe
def plans(request):
    """The address above all plans, which people come to by shortening one."""
    query = request.GET.urlencode()
    return redirect(f"{reverse('home')}{'?' if query else ''}{query}#plans")


def bad_request(request, exception=None):
    if is_for_programs(request):
        return unreadable()
    return render(request, "400.html", status=400)


@requires_csrf_token
def permission_denied(request, exception=None):
    return render(request, "403.html", status=403)


def csrf_failure(request, reason=""):
    """A form whose token is missing or old: nothing of it was stored.

    Whoever logged in again meanwhile, in another window, may send it once more: that a
    page of this site sent it is known from the browser.
    """
    fields = typed_in(request)
    if fields and request.user.is_authenticated and is_from_here(request):
        return send_again_page(request, fields, request.get_full_path(), status=403)
    return render(request, "csrf_failure.html", status=403)


def page_not_found(request, exception=None):
    return render_page(request, "404.html", {}, status=404)


def server_error(request):
    """Needs neither database nor session, which may be what has failed.

    Django comes here while it deals with the error, wherever that was raised.
    """
    error = sys.exception()
    if is_for_programs(request):
        return failed(request, error)
    if is_passing(error):
        response = unavailable(request, error)
    else:
        response = HttpResponseServerError(error_page("500.html"))
    is_embedded = request.path.startswith(EMBEDS)
    return out_of_order(request, response) if is_embedded else response
