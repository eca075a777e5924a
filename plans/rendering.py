"""Renders a public page: glossary marks and furigana, and a banner for sample values.

Higher apps name the rows that are samples; this one need not know them:

    register_sample_check(lambda: Observation.objects.filter(is_sample=True))
"""

from collections.abc import Callable

from django.conf import settings
from django.db.models import QuerySet, Value
from django.http import HttpResponse
from django.template.loader import render_to_string

from plans.furigana import links
from plans.furigana.current import current_matcher
from plans.furigana.markup import with_furigana
from plans.glossary_marks import with_terms

_sample_checks: list[Callable[[], QuerySet]] = []


def register_sample_check(rows: Callable[[], QuerySet]) -> None:
    """Have every page carry the banner while the queryset finds any row."""
    if rows not in _sample_checks:
        _sample_checks.append(rows)


def samples_are_loaded() -> bool:
    """Whether any registered row is there; one query, which stops at the first row."""
    branches = [rows().order_by().values_list(Value(1)) for rows in _sample_checks]
    if not branches:
        return False
    first, *others = branches
    return first.union(*others, all=True).exists()


def render_page(request, template: str, context: dict, **options) -> HttpResponse:
    """`render` for public pages.

    A page may say `samples_loaded` itself, for content frozen while samples were. Its
    `marked_terms` are marked in its prose. Furigana, where the address asks for them,
    cost one query more.
    """
    context = {**context, "furigana": _furigana(request)}
    context["samples_loaded"] = (
        context.get("samples_loaded", False) or samples_are_loaded()
    )
    html = render_to_string(template, context, request)
    if context.get("marked_terms"):
        html = with_terms(html, context["marked_terms"])
    if context["furigana"]["is_on"]:
        html = with_furigana(html, current_matcher())
    return HttpResponse(html, **options)


def _furigana(request):
    """The switch in the header of the page, and its address without furigana."""
    address = request.get_full_path()
    is_on = links.is_on(request.GET)
    without = links.address_without(address)
    return {
        "is_on": is_on,
        "url": without if is_on else links.address_with(address),
        "canonical": settings.SITE_URL.rstrip("/") + without,
    }
