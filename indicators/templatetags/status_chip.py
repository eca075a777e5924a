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
    """The chip of a label, with a space after it; nothing where there is none."""
    return SafeString(f"{chip_markup(chip)}\n" if chip else "")


def chip_markup(chip: dict) -> str:
    return f'<span class="st st-{chip["css"]}">{symbol_and_word(chip)}</span>'


def symbol_and_word(chip: dict) -> str:
    """The symbol for the eye alone, and the word."""
    symbol, word = escape(chip["symbol"]), escape(chip["word"])
    return f'<i aria-hidden="true">{symbol}</i>{word}'
