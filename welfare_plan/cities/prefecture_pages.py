"""The prefectures with how many municipalities each has here, and lists of those."""

from itertools import groupby

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Substr
from django.urls import reverse

from plans.changes.paging import Paging
from plans.models import Plan, Publisher
from plans.places import Place, chooser_of
from plans.prefectures import PREFECTURES, Prefecture
from plans.presenters import crumbs

CITIES_A_PAGE = 50
TITLE = "都道府県からさがす"


def prefectures_page() -> dict:
    """One query."""
    return {
        "crumbs": crumbs((TITLE, None)),
        "heading": TITLE,
        **places_to_choose(),
    }


def places_to_choose() -> dict:
    """The prefectures by region, and the form for a name; one query."""
    counted = dict(
        _cities()
        .annotate(prefecture=Substr("municipality_code", 1, 2))
        .order_by()
        .values_list("prefecture")
        .annotate(found=Count("pk"))
    )
    return {
        "regions": regions(counted),
        "chooser": chooser_of(Place(), reverse("cities")),
        "without_code": counted.get("", 0),
    }


def regions(counted: dict[str, int]) -> list[dict]:
    """The prefectures that have any municipality here, by region."""
    here = [each for each in PREFECTURES if counted.get(each.code)]
    return [
        {
            "name": name,
            "prefectures": [
                {
                    "name": each.name,
                    "url": reverse("prefecture", args=[each.code]),
                    "count": f"{counted[each.code]:,}",
                }
                for each in those
            ],
        }
        for name, those in groupby(here, key=lambda each: each.region)
    ]


def prefecture_page(prefecture: Prefecture, values) -> dict:
    """One query."""
    cities = _cities().filter(municipality_code__startswith=prefecture.code)
    return {
        "crumbs": crumbs((TITLE, reverse("prefectures")), (prefecture.name, None)),
        "heading": f"{prefecture.name}の市区町村",
        "dashboard_url": f"{reverse('dashboard')}?prefecture={prefecture.code}",
        **_list(cities, Paging.of({"page": values.get("page", "")}, CITIES_A_PAGE)),
    }


def cities_page(values) -> dict:
    """The municipalities whose name holds some words; one query."""
    place = Place.of(values)
    paging = Paging.of({**place.query(), "page": values.get("page", "")}, CITIES_A_PAGE)
    cities = _cities()
    if place.prefecture:
        cities = cities.filter(municipality_code__startswith=place.prefecture)
    if place.city:
        cities = cities.filter(name__contains=place.city)
    return {
        "crumbs": crumbs((TITLE, reverse("prefectures")), ("市区町村", None)),
        "heading": f"「{place.city}」の市区町村" if place.city else "市区町村の一覧",
        **(shown := _list(cities, paging)),
        "chooser": chooser_of(
            place, reverse("cities"), [city["name"] for city in shown["cities"]]
        ),
    }


def _cities() -> QuerySet:
    """Municipalities with a public plan, in the order of their codes."""
    public = Exists(Plan.objects.public().filter(publisher=OuterRef("pk")))
    cities = Publisher.objects.filter(public, kind=Publisher.Kind.MUNICIPALITY)
    return cities.order_by("municipality_code", "pk")


def _list(cities, paging):
    rows = paging.cut(list(cities[paging.start : paging.start + paging.fetched]))
    return {
        "cities": [
            {"name": city.name, "url": city.get_absolute_url()} for city in rows
        ],
        "page": paging,
    }
