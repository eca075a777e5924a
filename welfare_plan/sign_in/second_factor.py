"""A second proof beside the password: a code of an app, or one of the spare codes."""

import hashlib
import secrets
import unicodedata
from time import time

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from welfare_plan.roles import ADMINISTRATOR, PLANNING
from welfare_plan.sign_in.models import RecoveryCode

# Who publishes, and who decides who may.
APPROVERS = (PLANNING, ADMINISTRATOR)
HOW_MANY = 10
# Without what is mistaken for something else on paper. 16 of them are 79 bits.
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_LENGTH, _GROUP = 16, 4


def is_on(person: User) -> bool:
    return TOTPDevice.objects.filter(user=person).exists()


def is_mandatory(person: User) -> bool:
    if settings.SECOND_FACTOR == "STAFF":
        return True
    if settings.SECOND_FACTOR == "APPROVERS":
        named = person.groups.filter(name__in=APPROVERS)
        return person.is_superuser or named.exists()
    return False


def fresh_device(person: User, key: str) -> TOTPDevice:
    """Not stored: what the app will be told."""
    return TOTPDevice(user=person, name="totp", key=key)


@transaction.atomic
def switch_on(person: User, key: str, code: str) -> list[str]:
    """Spare codes, shown once; none where the code is not the app's."""
    User.objects.select_for_update().get(pk=person.pk)
    device = fresh_device(person, key)
    if is_on(person) or not _is_of_device(device, plain(code)):
        return []
    device.save()
    return new_codes(person)


@transaction.atomic
def new_codes(person: User) -> list[str]:
    """All codes of before are worthless afterwards."""
    RecoveryCode.objects.filter(person=person).delete()
    codes = [_a_code() for _ in range(HOW_MANY)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(person=person, digest=_digest(plain(code))) for code in codes
    )
    return codes


@transaction.atomic
def is_right(person: User, code: str) -> bool:
    """Whether a code proves the person. Each works once; wrong ones cost time.

    After each wrong code the device answers nothing for twice as long as before.
    """
    device = TOTPDevice.objects.select_for_update().filter(user=person).first()
    if device is None or not device.verify_is_allowed()[0]:
        return False
    code = plain(code)
    if len(code) != _LENGTH:
        return device.verify_token(code)
    used, _ = RecoveryCode.objects.filter(person=person, digest=_digest(code)).delete()
    if not used:
        device.throttle_increment(commit=True)
        return False
    device.throttle_reset(commit=True)
    return True


@transaction.atomic
def switch_off(person: User) -> None:
    TOTPDevice.objects.filter(user=person).delete()
    RecoveryCode.objects.filter(person=person).delete()


def codes_left(person: User) -> int:
    return RecoveryCode.objects.filter(person=person).count()


def plain(code: str) -> str:
    """As typed on a Japanese keyboard, with or without gaps."""
    text = unicodedata.normalize("NFKC", code).lower()
    return "".join(letter for letter in text if letter.isalnum())


def _is_of_device(device, code):
    """As TOTPDevice.verify_token, which would store the device where the code fits.

    The code is taken as used, so that nobody who saw it can log in with it.
    """
    if not (code.isascii() and code.isdigit()):
        return False
    totp = _clock(device)
    if not totp.verify(int(code), device.tolerance):
        return False
    device.last_t, device.drift = totp.t(), totp.drift
    return True


def _clock(device):
    """The arithmetic of the device at this moment."""
    clock = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    clock.time = time()
    return clock


def _a_code():
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def _digest(code):
    """Unsalted: nobody guesses 79 random bits."""
    return hashlib.sha256(code.encode()).hexdigest()
