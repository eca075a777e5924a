"""Renders a public page, and has it say so while sample values are loaded.

Higher apps name the rows that are samples; this one need not know them:

    register_sample_check(lambda: Observation.objects.filter(is_sample=True))
"""

from collections.abc import Callable

from django.db.models import QuerySet, Value
from django.http import HttpResponse
from django.shortcuts import render

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
    """`render` for public pages: adds `samples_loaded` for the banner of base.html.

    A page may say `samples_loaded` itself, for content frozen while samples were.
    """
    context = {**context}
    context["samples_loaded"] = (
        context.get("samples_loaded", False) or samples_are_loaded()
    )
    return render(request, template, context, **options)
