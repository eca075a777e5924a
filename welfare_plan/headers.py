"""What every answer tells the browser to refuse: pages, files, errors, redirects.

Scripts run in the admin alone, and only from files of this site. Embedded cards and
attached evidence bring policies of their own, which are left as they are.
"""

from collections.abc import Iterable

from csp.constants import NONE, SELF

PUBLIC = {
    "default-src": [NONE],
    "style-src": [SELF],
    "img-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}
_ADMIN = {"script-src": [SELF], "connect-src": [SELF]}

_UNUSED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
_PERMISSIONS = ", ".join(f"{name}=()" for name in _UNUSED)


def policy(*, is_https: bool, forms_also_to: Iterable[str] = ()) -> dict:
    """django-csp's one setting. A form that is sent on elsewhere names each place.

    Browsers also hold the redirects that follow a form to this list.
    """
    directives = dict(PUBLIC)
    directives["form-action"] = [SELF, *forms_also_to]
    if is_https:
        directives["upgrade-insecure-requests"] = True
    return {"DIRECTIVES": directives}


class SiteHeadersMiddleware:
    """Inside of django-csp's middleware and outside of all that can answer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith("/admin/"):
            response._csp_update = _ADMIN
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", _readers(response))
        return response


def _readers(response):
    """Open data may be read by any site; so may embedded cards, which say so."""
    is_open = response.headers.get("Access-Control-Allow-Origin") == "*"
    return "cross-origin" if is_open else "same-origin"
