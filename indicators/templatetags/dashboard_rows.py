"""Targets as rows of a dashboard's list: name, status, reasons, bar and numbers.

Put together here and not by a template: a hundred rows of one shape took half of the
page's time (docs/decisions/0029-rows-in-python.md).
"""

from django import template
from django.utils.safestring import SafeString

from indicators.templatetags.escaping import escape
from indicators.templatetags.status_chip import chip_markup, symbol_and_word

register = template.Library()

_FALLING = ' <span class="tag"><span aria-hidden="true">↘</span> 減らす</span>'
_BACK = '<p class="d">出発点より後退した分を、左への点線で示しています。</p>'
_FLAG = '<path class="mgl" d="M0 9V-11"/><path class="mg" d="M0-11H12L8.5-7 12-3H0Z"/>'
_CIRCLE = '<circle class="m0" r="5"/>'
_DIAMOND = '<path class="m1" d="M-8 0L0-8 8 0 0 8Z"/>'


@register.filter
def dashboard_rows(items: list[dict]) -> SafeString:
    """Rows of `indicators.dashboards.rows.item` as HTML; every text is escaped."""
    return SafeString("".join(map(_row, items)))


def _row(item):
    return (
        f'<li class="item row">\n<div class="say">{_said(item)}</div>\n'
        f'<div class="bar">{_drawn(item)}</div>\n</li>\n'
    )


def _said(item):
    """The target's name, its status, why it is so, and who is in charge."""
    parts = [f'<p class="t">{_link(item["url"], item["title"])}']
    if item["is_falling"]:
        parts.append(_FALLING)
    if item["scope_note"]:
        parts.append(f'<span class="small sub">（{escape(item["scope_note"])}）</span>')
    parts.append("</p>")
    if item["chip"]:
        parts.append(f"<p>{chip_markup(item['chip'])}{_last(item['last'])}</p>")
    parts += [f'<p class="d">{escape(reason)}</p>' for reason in item["reasons"]]
    if item["in_charge"]:
        link = _link(item["in_charge"]["url"], item["in_charge"]["name"])
        parts.append(f'<p class="small">担当課：{link}</p>')
    return "".join(parts)


def _drawn(item):
    """The bar and its numbers as text, or why there is none."""
    bar = item["bar"]
    parts = [_bullet(bar)] if bar else []
    pairs = [(escape(each["label"]), each["value"]) for each in item["numbers"]]
    rows = [f"<dt>{label}</dt><dd>{escape(value)}</dd>" for label, value in pairs]
    if item["distance"]:
        distance = escape(item["distance"])
        rows.append(f'<dt class="vh">目安との差</dt><dd>{distance}</dd>')
    numbers = "".join(f"<div>{row}</div>" for row in rows)
    parts.append(f'<dl class="nums">{numbers}</dl>')
    if item["no_bar"]:
        parts.append(f'<p class="d">{escape(item["no_bar"])}</p>')
    if bar and bar["is_back"]:
        parts.append(_BACK)
    return "".join(parts)


def _bullet(bar):
    """The drawing of `indicators.dashboards.bars`; its places are plain numbers."""
    actual = bar["actual"]
    return "".join(
        (
            '<svg class="bullet" aria-hidden="true" focusable="false">',
            _line("track", bar["baseline"], bar["goal"], 18, 18),
            _line(bar["way"], bar["from"], bar["to"], 18, 18) if actual else "",
            _line("tick", bar["tick"], bar["tick"], 5, 31) if bar["tick"] else "",
            _mark(bar["goal"], _FLAG),
            _mark(bar["baseline"], _CIRCLE),
            _mark(actual, _DIAMOND) if actual else "",
            "</svg>",
        )
    )


def _line(css, x1, x2, y1, y2):
    return f'<line class="{css}" x1="{x1}%" x2="{x2}%" y1="{y1}" y2="{y2}"/>'


def _mark(place, drawing):
    return f'<svg x="{place}%" y="18">{drawing}</svg>'


def _last(last):
    """The last status of a target without a value in the year shown."""
    if not last:
        return ""
    return f'<span class="last">{escape(last["year"])}は{symbol_and_word(last)}</span>'


def _link(url, text):
    return f'<a href="{escape(url)}">{escape(text)}</a>'
