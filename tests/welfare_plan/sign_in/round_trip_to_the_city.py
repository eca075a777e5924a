"""A browser on its way to the identity provider and back."""

from urllib.parse import parse_qs, urlsplit

START, BACK = "/staff/city-login/", "/staff/city-login/city/back/"


def sent_to(client, **fields):
    """What the browser is told to ask the provider."""
    return parse_qs(urlsplit(client.post(START, fields).url).query)


def come_back(client, state, **fields):
    return client.get(BACK, {"code": "abc", "state": state, **fields})


def signed_in(client, **fields):
    (state,) = sent_to(client, **fields)["state"]
    return come_back(client, state)
