"""Markup in every text that people may type, and what a browser would make of it."""

import re
from itertools import cycle, product

from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.auth.models import User
from django.db import DatabaseError, models, transaction

from tests.headers.inline import inline_in

# An element of no page of ours: where it is found, a text has become markup.
SIGN = "x-s"
_WAYS_OUT = (
    *("", '">', "'>", "-->", "]]>", "</title>", "</textarea>", "</script>", "</style>"),
    *("</svg>", "</option></select>", "\\'>", "&quot;>", "＞"),
)
_ELEMENTS = (
    "<x-s>",
    "<x-s/onload=a>",
    "<X-S x=`",
    "<x-s\tid=a>",
    "<script>x-s</script><x-s>",
    "<img src=a onerror=a><x-s>",
    "<svg onload=a><x-s>",
    "<a href=javascript:a>a</a><x-s>",
    "<style>*{}</style><x-s>",
    "<iframe srcdoc=a></iframe><x-s>",
    "<base href=//a><x-s>",
    "<form action=//a><x-s>",
    "{{ 7|add:'x-s' }}<x-s>",
    "{% debug %}<x-s>",
    "&lt;x-s&gt;<x-s>",
)
PAYLOADS = ["".join(pair) for pair in product(_WAYS_OUT, _ELEMENTS)]
_MAYBE = re.compile(rb"x-s|javascript:|onload|onerror", re.IGNORECASE)
_ROOMS = ("plans", "initiatives", "indicators")
# What the site makes itself, and what has a grammar of its own, which forms check.
_OTHER = {"slug", "code", "username", "password", "themes", "revision", "address_name"}
# What a published value keeps of its judgement; staff do not type it.
_OTHER |= {"status", "status_why", "rule_version", "expected_text", "progress_text"}
_HIDDEN = ("historical", "searchentry", "loadedrecord", "pagerevision")


def typed_fields():
    """Each model with the names of its texts that nobody chooses from a list."""
    found = [User]
    for room in _ROOMS:
        found += apps.get_app_config(room).get_models()
    for model in found:
        name = model._meta.model_name
        fields = [] if name.startswith(_HIDDEN) else [*filter(_is_typed, _own(model))]
        if fields:
            yield model, fields


def _own(model):
    return [field for field in model._meta.concrete_fields if field.editable]


def _is_typed(field):
    is_text = isinstance(field, models.CharField | models.TextField)
    is_file = isinstance(field, models.FileField)
    is_free = not field.choices and field.name not in _OTHER
    return is_text and is_free and not is_file and not field.name.endswith("_code")


def fill(skip=0) -> int:
    """Puts markup into every text of every record; how many texts took it.

    Long ones take all of it, short ones what fits, the next each time.
    """
    taken, turn = 0, cycle(PAYLOADS[skip:] + PAYLOADS[:skip])
    for model, fields in typed_fields():
        for pk in list(model.objects.values_list("pk", flat=True)):
            for field in fields:
                value = _text_for(field, turn)
                taken += value is not None and _took(model, pk, field.name, value)
    return taken


def _text_for(field, turn):
    if isinstance(field, models.URLField):
        return "javascript:x-s()//<x-s>"
    if field.max_length is None:
        return "\n\n".join(PAYLOADS)
    fitting = (text for _, text in zip(PAYLOADS, turn, strict=False))
    return next((text for text in fitting if len(text) <= field.max_length), None)


def _took(model, pk, name, value):
    """Not where the database itself refuses it."""
    try:
        with transaction.atomic():
            return model.objects.filter(pk=pk).update(**{name: value})
    except DatabaseError:
        return 0


def markup_in(response, body: bytes) -> list[str]:
    """Where a text has become markup, a script, or a link that runs."""
    kind = response.headers.get("Content-Type", "")
    if not _MAYBE.search(body) or ("html" not in kind and "xml" not in kind):
        return []
    # A feed too is read as text that a browser might show.
    body = re.sub(rb"^<\?xml[^>]*\?>", b"", body)
    soup = BeautifulSoup(body, "html.parser")
    found = [str(tag)[:80] for tag in soup.find_all([SIGN, "base", "iframe"])]
    links = soup.select("[href^='javascript:' i], [src^='javascript:' i]")
    return found + [str(tag)[:80] for tag in links] + inline_in(response, body)
