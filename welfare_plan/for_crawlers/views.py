"""sitemap.xml and robots.txt."""

from django.conf import settings
from django.contrib.sitemaps import views
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from welfare_plan.for_crawlers.sitemaps import sitemaps

# Where staff work, and where every word typed makes a page of its own.
_LEAVE_ALONE = ("staff-home", "admin:index", "search")


@require_safe
def sitemap_index(request):
    return views.index(request, sitemaps(), sitemap_url_name="sitemap-section")


@require_safe
def sitemap_section(request, section):
    return views.sitemap(request, sitemaps(), section)


@require_safe
def robots(request):
    base = settings.SITE_URL.rstrip("/") or request.build_absolute_uri("/")[:-1]
    lines = [
        "User-agent: *",
        *(f"Disallow: {reverse(name)}" for name in _LEAVE_ALONE),
        f"Sitemap: {base}{reverse('sitemap-index')}",
    ]
    return HttpResponse(
        "\n".join(lines) + "\n", content_type="text/plain; charset=utf-8"
    )
