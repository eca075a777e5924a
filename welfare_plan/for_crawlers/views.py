"""sitemap.xml and robots.txt."""

from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from welfare_plan.for_crawlers.sitemaps import addresses_of, list_names

# Where staff work, and where every word typed makes a page of its own.
_LEAVE_ALONE = ("staff-home", "admin:index", "search")
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@require_safe
def sitemap_index(request):
    # Looked up once for hundreds of lists.
    address = escape(_base(request)) + reverse("sitemap-section", args=("NAME",))
    start, _, end = address.rpartition("NAME")
    return _sitemap(
        "sitemapindex",
        (f"<sitemap><loc>{start}{name}{end}</loc></sitemap>" for name in list_names()),
    )


@require_safe
def sitemap_section(request, section):
    addresses = addresses_of(section)
    if addresses is None:
        raise Http404(f"no sitemap {section}")
    base = escape(_base(request))
    days = {revision: _day(revision) for _, revision in addresses}
    return _sitemap(
        "urlset",
        (
            f"<url><loc>{base}{escape(path)}</loc>{days[revision]}</url>"
            for path, revision in addresses
        ),
    )


def _day(revision) -> str:
    """When the content last changed; revisions are microseconds of the clock."""
    if not revision:
        return ""
    moment = datetime.fromtimestamp(revision // 1_000_000, UTC)
    return f"<lastmod>{timezone.localdate(moment).isoformat()}</lastmod>"


def _sitemap(root: str, lines: Iterable[str]) -> HttpResponse:
    text = "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<{root} xmlns="{_NAMESPACE}">',
            *lines,
            f"</{root}>\n",
        )
    )
    response = HttpResponse(text, content_type="application/xml")
    response.headers["X-Robots-Tag"] = "noindex, noodp, noarchive"
    return response


@require_safe
def robots(request):
    base = _base(request)
    lines = [
        "User-agent: *",
        *(f"Disallow: {reverse(name)}" for name in _LEAVE_ALONE),
        f"Sitemap: {base}{reverse('sitemap-index')}",
    ]
    return HttpResponse(
        "\n".join(lines) + "\n", content_type="text/plain; charset=utf-8"
    )


def _base(request) -> str:
    return settings.SITE_URL.rstrip("/") or request.build_absolute_uri("/")[:-1]
