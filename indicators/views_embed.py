"""Pages and drawings that other sites may show in a frame. No others may be framed."""

from base64 import b64encode
from functools import cache, wraps
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from indicators.embed.cards import policy_card, target_card
from indicators.embed.drawing import drawing
from indicators.models import Target
from indicators.presenters.target_page import target_for_page
from plans.models import BasicPolicy
from plans.page_scopes import scopes_of_page

EMBEDS = "/embed/"
_FRAME, _IMAGE = "text/html; charset=utf-8", "image/svg+xml"
# Nothing but our own style sheets; any site may show it.
_POLICY = (
    "default-src 'none'; style-src {}; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors *"
)
_NOT_PUBLIC = ("公開していません", "アドレスが違うか、まだ公開していない計画です。")
_OUT_OF_ORDER = ("いまは表示できません", "しばらくしてから、もう一度開いてください。")


def _framed(as_type):
    """A view whose answers any site may show, those that say there is nothing too.

    It gives the text with the scopes that it was made from.
    """

    def decorate(view):
        @wraps(view)
        def framed(request, *args, **kwargs):
            try:
                text, scopes = view(request, *args, **kwargs)
                response = HttpResponse(text)
                response.public_scopes = scopes
            except Http404:
                response = HttpResponse(_instead(as_type, _NOT_PUBLIC), status=404)
            return _for_any_site(response, as_type)

        return framed

    return decorate


def out_of_order(request, response: HttpResponse) -> HttpResponse:
    """A fault of the site, in what other sites show; needs no database."""
    as_type = _IMAGE if request.path.endswith(".svg") else _FRAME
    response.content = _instead(as_type, _OUT_OF_ORDER)
    return _for_any_site(response, as_type)


def _instead(as_type, said):
    name = "frame" if as_type == _FRAME else "image"
    context = dict(zip(("heading", "text"), said, strict=True))
    return render_to_string(f"embed/nothing_{name}.html", context)


def _for_any_site(response, as_type):
    styles = "'self'" if as_type == _FRAME else _own_style()
    response["Content-Type"] = as_type
    response["Content-Security-Policy"] = _POLICY.format(styles)
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.xframe_options_exempt = True
    return response


@cache
def _own_style():
    """The one style sheet inside a drawing, by its digest: no other one is allowed."""
    style = render_to_string("embed/_style.html").partition("<style>")[2]
    digest = sha256(style.partition("</style>")[0].encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


@_framed(_FRAME)
def target_frame(request, plan_slug, code):
    return _frame(*_target_card(plan_slug, code))


@_framed(_IMAGE)
def target_image(request, plan_slug, code):
    return _image(request, *_target_card(plan_slug, code))


@_framed(_FRAME)
def policy_frame(request, plan_slug, code):
    return _frame(*_policy_card(plan_slug, code))


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


def _frame(card, scopes):
    return render_to_string("embed/frame.html", {"card": card}), scopes


def _image(request, card, scopes):
    site = site_address(request)
    drawn = drawing(card, site=site)
    return render_to_string("embed/image.html", {"drawing": drawn}), scopes


def site_address(request) -> str:
    """Where the site is reached, for what is read elsewhere."""
    return settings.SITE_URL or request.build_absolute_uri("/")[:-1]
