"""What a visitor asked for or sent, where a server or a library repeats it."""

import re


def _without_query(address: re.Match) -> str:
    return address[1] + ("?[cut]" if address[2] else "")


CUTS = (
    # A page of another site that a form claims to come from, for one.
    (
        re.compile(r"(?i)(https?://[^\s?\"'<>]*)(\?[^\s\"'<>]*)?"),
        _without_query,
    ),
    # gunicorn's words for what broke off, or came in bad pieces.
    (
        re.compile(r"((?:No more data after|Invalid chunk [^:\n]{1,40}): ).+"),
        r"\1[cut]",
    ),
)
