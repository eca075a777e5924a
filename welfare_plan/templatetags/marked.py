"""A text with the hits of a search in it: {{ row.title|marked }}.

A page of results has some eighty such texts, and an included template costs ten times
as much.
"""

from collections.abc import Iterable, Mapping

from django import template
from django.utils.safestring import SafeString

from indicators.templatetags.escaping import escape

register = template.Library()


@register.filter
def marked(pieces: Iterable[Mapping]) -> SafeString:
    """Of pieces as `welfare_plan.search.excerpts` cuts them."""
    return SafeString("".join(map(_markup, pieces)))


def _markup(piece):
    text = escape(piece["text"])
    return f"<mark>{text}</mark>" if piece["hit"] else text
