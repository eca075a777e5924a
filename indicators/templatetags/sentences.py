"""Cuts a text into its sentences, so that each can start on a line of its own."""

import re

from django import template

register = template.Library()

# A full stop inside brackets ends no sentence: …（理由。）です。
_SENTENCE = re.compile(r"(?:（[^（）]*）|[^。])*(?:。|$)")


@register.filter
def sentences(text: str) -> list[str]:
    """The sentences of a text in their order; joined they are the text again."""
    return [found for found in _SENTENCE.findall(text) if found]
