"""The targets whose status changed, as rows of a table: {{ changes|changed_rows }}.

Put together here and not by a template, as are all that repeat on a page
(docs/decisions/0029-rows-in-python.md).
"""

from django import template
from django.utils.safestring import SafeString

from indicators.templatetags.escaping import escape
from indicators.templatetags.status_chip import status_chip

register = template.Library()


@register.filter
def changed_rows(changes: dict) -> SafeString:
    """The `rows` of indicators.dashboards.changes; every text is escaped."""
    before, now = map(escape, changes["years"])
    return SafeString("".join(_row(row, before, now) for row in changes["rows"]))


def _row(row, before, now):
    link = f'<a href="{escape(row["url"])}">{escape(row["title"])}</a>'
    cells = (
        ("変化", escape(row["change"])),
        (before, status_chip(row["before"])),
        (now, status_chip(row["now"])),
        ("実績の動き", escape(row["movement"])),
    )
    return "".join(
        (
            f'<tr role="row"><th scope="row" role="rowheader">{link}</th>',
            *(f'<td role="cell" data-l="{name}">{text}</td>' for name, text in cells),
            "</tr>\n",
        )
    )
