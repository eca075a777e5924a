"""What an app must be told: a key, kept in the session until a code proves it came."""

from base64 import b32encode

from django.contrib.auth.models import User
from django.http import HttpRequest
from django_otp.plugins.otp_totp.models import default_key

from welfare_plan.sign_in.qr import qr_of
from welfare_plan.sign_in.second_factor import fresh_device

_KEY = "second_factor_key"


def key_of(request: HttpRequest) -> str:
    """The same until the browser logs in or out."""
    if _KEY not in request.session:
        request.session[_KEY] = default_key()
    return request.session[_KEY]


def forget_key(request: HttpRequest) -> None:
    request.session.pop(_KEY, None)


def setting_up(request: HttpRequest, person: User) -> dict:
    """The picture for the camera, and the same to be typed by hand."""
    device = fresh_device(person, key_of(request))
    secret = b32encode(device.bin_key).decode()
    return {
        "qr": qr_of(device.config_url),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
    }
