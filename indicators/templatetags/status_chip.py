"""A status as word and symbol: {{ row.chip|status_chip }}.

Every template knows it (settings): a page shows up to some hundreds, and an included
template costs ten times as much.
"""

from html import escape

from django import template
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def status_chip(chip: dict | None) -> SafeString:
    """The chip of a label; nothing where there is none."""
    if not chip:
        return SafeString("")
    inside = symbol_and_word(chip)
    return SafeString(f'<span class="st st-{chip["css"]}">{inside}</span>')


def symbol_and_word(chip: dict) -> str:
    """The symbol for the eye alone, and the word."""
    symbol, word = escape(chip["symbol"]), escape(chip["word"])
    return f'<i aria-hidden="true">{symbol}</i>{word}'
