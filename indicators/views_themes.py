from django.http import Http404
from django.utils import timezone
from django.views.decorators.http import require_safe

from indicators.presenters.theme_page import theme_page
from plans.rendering import render_page


@require_safe
def theme(request, slug):
    page = theme_page(slug, timezone.localdate(), request.GET)
    if page is None:
        raise Http404
    return render_page(request, "ways/theme.html", page)
