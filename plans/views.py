"""Pages that show plan text alone: source notes, glossaries, sources."""

from django.shortcuts import get_object_or_404, render

from plans import pages
from plans.models import Plan


def source_notes(request, plan_slug):
    plan = get_object_or_404(Plan.objects.public(), slug=plan_slug)
    return render(request, "plans/source_notes.html", pages.source_notes_page(plan))


def plan_glossary(request, plan_slug):
    plan = get_object_or_404(Plan.objects.public(), slug=plan_slug)
    return render(request, "plans/glossary.html", pages.plan_glossary_page(plan))


def glossary(request):
    return render(request, "plans/glossary.html", pages.glossary_page())


def sources(request):
    return render(request, "plans/sources.html", pages.sources_page())
