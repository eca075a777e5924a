"""The targets below a part of the plan's tree: {{ measure.targets|tree_targets }}.

Put together here for the same reason as the rows of a dashboard
(docs/decisions/0029-rows-in-python.md).
"""

from html import escape

from django import template
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def tree_targets(targets: list[dict]) -> SafeString:
    """A line for each row of `indicators.presenters.targets`; every text is escaped."""
    return SafeString("".join(map(_line, targets)))


def _line(target):
    link = f'<a href="{escape(target["url"])}">{escape(target["title"])}</a>'
    return f'<p class="d">{link}{_figures(target)}</p>\n'


def _figures(target):
    """Its baseline and goal; a goal in words has neither."""
    if not target["baseline"]:
        return ""
    baseline, goal = escape(target["baseline"]), escape(target["goal"])
    return (
        f'<span class="nums"><span>基準値 {baseline}</span> '
        f"<span>目標値 {goal}</span></span>"
    )
