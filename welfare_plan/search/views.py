from django.utils import timezone
from django.views.decorators.http import require_safe

from plans.rendering import render_page
from welfare_plan.search.page import search_page


@require_safe
def search(request):
    page = search_page(request.GET, timezone.localdate())
    # Each filter of each word is an address of its own: nothing for search engines.
    headers = {"X-Robots-Tag": "noindex"} if request.GET else {}
    return render_page(request, "search/search.html", page, headers=headers)
