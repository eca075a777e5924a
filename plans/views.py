"""Pages that know plans alone: notes, glossaries, sources, windows, themes."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans import pages
from plans.consult_page import consult_page
from plans.models import Plan
from plans.page_scopes import scopes_of_page
from plans.rendering import render_page
from plans.themes_page import themes_page


def source_notes(request, plan_slug):
    plan = get_object_or_404(Plan.objects.public(), slug=plan_slug)
    page = pages.source_notes_page(plan)
    return render_page(
        request, "plans/source_notes.html", page, scopes=scopes_of_page(plan)
    )


def plan_glossary(request, plan_slug):
    plan = get_object_or_404(Plan.objects.public(), slug=plan_slug)
    page = pages.plan_glossary_page(plan)
    return render_page(
        request, "plans/glossary.html", page, scopes=scopes_of_page(plan)
    )


def glossary(request):
    return render_page(request, "plans/glossary.html", pages.glossary_page(request.GET))


def sources(request):
    return render_page(request, "plans/sources.html", pages.sources_page(request.GET))


@require_safe
def consult(request):
    page = consult_page(timezone.localdate(), request.GET)
    return render_page(request, "plans/consult.html", page)


@require_safe
def themes(request):
    return render_page(request, "ways/themes.html", themes_page())
