"""Renders a public page: words explained, furigana, and a banner for sample values.

Higher apps name the rows that are samples; this one need not know them:

    register_sample_check(lambda: Observation.objects.filter(is_sample=True))
"""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string

from plans.furigana import links
from plans.furigana.current import current_matcher
from plans.furigana.markup import with_furigana
from plans.glossary_marks import with_terms
from plans.page_words import (
    SITE_TERM,
    register_sample_check,
    revision_of,
    samples_and_terms,
    samples_are_loaded,
    site_terms,
)

# A page that does not say what it was made from: true until anything is published.
_EVERYTHING = ("*",)

__all__ = ["register_sample_check", "render_page", "samples_are_loaded"]


def render_page(
    request,
    template: str,
    context: dict,
    *,
    scopes: Iterable[str] = _EVERYTHING,
    **options,
) -> HttpResponse:
    """`render` for public pages, which are the same for everybody.

    `scopes` are all that the page was made from (plans.page_scopes): it is kept until
    one of them is published anew.

    A page may say `samples_loaded` itself, for content frozen while samples were. Its
    own `marked_terms` go before the words of the site, which are marked on every page
    that does not set `explains_itself`; a page that has read them (`site_part`) hands
    them over as SITE_TERM.
    """
    context = {**context, "furigana": _furigana(request)}
    rows = context[SITE_TERM] if SITE_TERM in context else site_terms()
    samples_loaded, words = samples_and_terms(rows)
    context["samples_loaded"] = context.get("samples_loaded", False) or samples_loaded
    html = render_to_string(template, context, request)
    if not context.get("explains_itself"):
        html = with_terms(html, [*context.get("marked_terms", ()), *words])
    if context["furigana"]["is_on"]:
        html = with_furigana(html, current_matcher(revision_of(rows)))
    response = HttpResponse(html, **options)
    response.public_scopes = tuple(scopes)
    return response


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
