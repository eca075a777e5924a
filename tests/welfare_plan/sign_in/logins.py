"""How somebody logs in, and what an app would show them."""

from time import time

from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

WORD = "saru-ki-yama-42"
HOME, ELSEWHERE = "192.0.2.1", "198.51.100.7"
LOGIN, CODE, CODE_NEW = "/staff/login/", "/staff/login/code/", "/staff/login/code/new/"
KEY = "3132333435363738393031323334353637383930"


def with_password(person, word=WORD):
    person.set_password(word)
    person.save()
    return person


def tried(name, word, address=HOME, client=None, **fields):
    """The answer to a name and a password from an address."""
    sent = {"username": name, "password": word, **fields}
    return (client or Client()).post(LOGIN, sent, REMOTE_ADDR=address)


def with_app(person):
    """The person, who logs in with an app that has the known key."""
    TOTPDevice.objects.create(user=person, name="totp", key=KEY)
    return person


def shown(key=KEY, steps=0):
    """What the app shows now, or so many half minutes later."""
    clock = TOTP(bytes.fromhex(key))
    clock.time = time() + 30 * steps
    return f"{clock.token():06}"


def is_in(client):
    return client.get("/staff/").status_code == 200


def after_password(person, **fields):
    """A browser whose password was right."""
    client = Client()
    tried(person.username, WORD, client=client, **fields)
    return client


def give(client, code, **fields):
    return client.post(CODE, {"code": code, **fields})
