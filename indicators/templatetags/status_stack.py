"""A stacked bar of counts and its key: {{ policy|status_stack }}.

Put together here and not by a template, as are all that repeat on a page
(docs/decisions/0029-rows-in-python.md).
"""

from django import template
from django.utils.safestring import SafeString

from indicators.templatetags.escaping import escape

register = template.Library()


@register.filter
def status_stack(counted: dict) -> SafeString:
    """`pieces` and `key` of indicators.dashboards.counts; every text is escaped."""
    pieces = "".join(map(_piece, counted["pieces"]))
    key = "".join(map(_key, counted["key"]))
    bar = f'<svg class="stack" aria-hidden="true" focusable="false">{pieces}</svg>'
    return SafeString(
        f'<div class="stacked">{bar if pieces else ""}<ul class="key">{key}</ul></div>'
    )


def _piece(piece):
    text = ""
    if piece["text"]:
        text = f'<text x="{piece["middle"]}%" y="22">{escape(piece["text"])}</text>'
    return (
        f'<g class="{piece["css"]}"><rect x="{piece["x"]}%" y="1"'
        f' width="{piece["width"]}%" height="30" rx="3"/>{text}</g>\n'
    )


def _key(row):
    symbol = ""
    if row["symbol"]:
        symbol = f'<i aria-hidden="true">{escape(row["symbol"])}</i>'
    counted = f"<b>{escape(row['word'])}：{escape(row['count'])}</b>"
    return (
        f'<li class="c-{row["css"]}">{symbol}'
        f"<span>{counted}{escape(row['made_of'])}</span></li>\n"
    )
