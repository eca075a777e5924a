"""The pages that the foot of every page leads to."""

from plans.rendering import render_page
from welfare_plan.site_pages import pages, policy_page, results_page


def about(request):
    return render_page(request, "site/about.html", pages.about_page())


def terms(request):
    return render_page(request, "site/terms.html", pages.terms_page())


def contact(request):
    return render_page(request, "site/contact.html", pages.contact_page())


def privacy(request):
    return render_page(request, "site/privacy.html", pages.privacy_page())


def accessibility(request):
    page = policy_page.accessibility_page()
    return render_page(request, "site/accessibility.html", page)


def accessibility_results(request):
    return render_page(
        request, "site/accessibility_results.html", results_page.results_page()
    )
