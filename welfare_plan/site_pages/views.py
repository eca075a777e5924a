"""The pages that the foot of every page leads to."""

from django.views.decorators.http import require_safe

from plans.page_scopes import SITE
from plans.rendering import render_page
from welfare_plan.site_pages import pages, policy_page, results_page


@require_safe
def about(request):
    return render_page(request, "site/about.html", pages.about_page(request.GET))


@require_safe
def terms(request):
    return render_page(request, "site/terms.html", pages.terms_page(request.GET))


@require_safe
def contact(request):
    return render_page(request, "site/contact.html", pages.contact_page(request.GET))


@require_safe
def privacy(request):
    page = pages.privacy_page()
    return render_page(request, "site/privacy.html", page, scopes=[SITE])


@require_safe
def accessibility(request):
    page = policy_page.accessibility_page(request.GET)
    return render_page(request, "site/accessibility.html", page)


@require_safe
def accessibility_results(request):
    page = results_page.results_page()
    return render_page(request, "site/accessibility_results.html", page, scopes=[SITE])
