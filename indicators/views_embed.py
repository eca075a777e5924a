"""Pages and drawings that other sites may show in a frame. No others may be framed."""

from base64 import b64encode
from functools import cache, wraps
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_exempt

from indicators.embed.cards import policy_card, target_card
from indicators.embed.drawing import drawing
from indicators.models import Target
from indicators.presenters.target_page import target_for_page
from plans.models import BasicPolicy
from plans.page_scopes import scopes_of_page
from plans.rendering import samples_are_loaded

_FRAME, _IMAGE = "text/html; charset=utf-8", "image/svg+xml"
# Nothing but our own style sheets; any site may show it.
_POLICY = (
    "default-src 'none'; style-src {}; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors *"
)


@cache
def _styles(as_type):
    """Where styles come from: our file, or the one text that a drawing holds."""
    if as_type == _FRAME:
        return "'self'"
    text = render_to_string("embed/_style.html")
    style = text.partition("<style>")[2].rpartition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _framed(as_type):
    """A view whose answers any site may show, those that say there is nothing too.

    It gives the text with the scopes that it was made from.
    """

    def decorate(view):
        @xframe_options_exempt
        @wraps(view)
        def framed(request, *args, **kwargs):
            try:
                text, scopes = view(request, *args, **kwargs)
                response = HttpResponse(text)
                response.public_scopes = scopes
            except Http404:
                name = "frame" if as_type == _FRAME else "image"
                text = render_to_string(f"embed/nothing_{name}.html", {}, request)
                response = HttpResponse(text, status=404)
            response["Content-Type"] = as_type
            response["Content-Security-Policy"] = _POLICY.format(_styles(as_type))
            response["Cross-Origin-Resource-Policy"] = "cross-origin"
            return response

        return framed

    return decorate


@_framed(_FRAME)
def target_frame(request, plan_slug, code):
    return _frame(request, *_target_card(plan_slug, code))


@_framed(_IMAGE)
def target_image(request, plan_slug, code):
    return _image(request, *_target_card(plan_slug, code))


@_framed(_FRAME)
def policy_frame(request, plan_slug, code):
    return _frame(request, *_policy_card(plan_slug, code))


@_framed(_IMAGE)
def policy_image(request, plan_slug, code):
    return _image(request, *_policy_card(plan_slug, code))


def _target_card(plan_slug, code):
    target = target_for_page(Target.objects, plan_slug, code).first()
    if target is None:
        raise Http404
    return target_card(target, timezone.localdate()), _scopes(target.plan)


def _policy_card(plan_slug, code):
    policies = BasicPolicy.objects.for_page(plan_slug, code)
    policy = policies.select_related("plan__judgement_settings").first()
    if policy is None:
        raise Http404
    return policy_card(policy, timezone.localdate()), _scopes(policy.plan)


def _scopes(plan):
    return scopes_of_page(plan, plan.publisher)


def _frame(request, card, scopes):
    context = {"card": card, "is_sample": samples_are_loaded()}
    return render_to_string("embed/frame.html", context, request), scopes


def _image(request, card, scopes):
    site = site_address(request)
    drawn = drawing(card, is_sample=samples_are_loaded(), site=site)
    return render_to_string("embed/image.html", {"drawing": drawn}), scopes


def site_address(request) -> str:
    """Where the site is reached, for what is read elsewhere."""
    return settings.SITE_URL or request.build_absolute_uri("/")[:-1]
