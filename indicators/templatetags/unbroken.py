"""Keeps a year or a figure on one line: {{ sentence|unbroken }}."""

import re

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()

_YEAR = r"(?:明治|大正|昭和|平成|令和)(?:\d+|元)年度"
_FIGURE = r"[−-]?\d[\d,.]*(?:件|人|%|ポイント)?"
_WHOLE = re.compile(f"({_YEAR}|{_FIGURE})")


@register.filter
def unbroken(text: str):
    """The text with 令和7年度 and 1,100人 each in a span that CSS does not break."""
    # Split by one group: what lies between comes first, then the match, and so on.
    pieces = enumerate(_WHOLE.split(text))
    return format_html_join("", "{}", ((_piece(*each),) for each in pieces))


def _piece(number, text):
    return format_html('<span class="nowrap">{}</span>', text) if number % 2 else text
