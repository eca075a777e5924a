from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans.prefectures import BY_CODE
from plans.rendering import render_page
from welfare_plan.cities.city_page import city_page, publisher_at
from welfare_plan.cities.prefecture_pages import (
    cities_page,
    prefecture_page,
    prefectures_page,
)


@require_safe
def prefectures(request):
    return render_page(request, "cities/prefectures.html", prefectures_page())


@require_safe
def prefecture(request, code):
    if code not in BY_CODE:
        raise Http404
    page = prefecture_page(BY_CODE[code], request.GET)
    return render_page(request, "cities/list.html", page)


@require_safe
def cities(request):
    return render_page(request, "cities/list.html", cities_page(request.GET))


@require_safe
def city(request, name):
    """One address for each publisher; another name of it leads there."""
    publisher = publisher_at(name)
    if publisher is None:
        raise Http404
    if publisher.address_name != name:
        return redirect(publisher)
    page = city_page(publisher, timezone.localdate())
    return render_page(request, "cities/city.html", page)
