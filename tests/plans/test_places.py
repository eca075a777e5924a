"""Lists of all plans where there are more than a page holds."""

import pytest
from django.http import QueryDict

from plans.models import Plan
from plans.places import PLANS_A_PAGE, Place, PlansShown
from tests.factories import a_plan
from tests.plans.records import a_publisher

KASHIWA, SAPPORO = "122173", "011002"


def shown(query=""):
    return PlansShown.of(Plan.objects.filter(slug__startswith="p-"), QueryDict(query))


def slugs(query):
    return [plan.slug for plan in shown(query).plans]


def many_plans(count):
    publisher = a_publisher(municipality_code=KASHIWA)
    for number in range(count):
        a_plan(slug=f"p-{number:03}", publisher=publisher, position=number)


@pytest.fixture
def two_cities(db):
    kashiwa = a_publisher(municipality_code=KASHIWA, name="柏市")
    sapporo = a_publisher(municipality_code=SAPPORO, name="札幌市")
    a_plan(slug="p-kashiwa", publisher=kashiwa, area_name="柏市")
    a_plan(slug="p-sapporo", publisher=sapporo, area_name="札幌市")
    a_plan(slug="p-nobody", publisher=None, area_name="柏市")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["p-kashiwa", "p-nobody", "p-sapporo"]),
        ("prefecture=12", ["p-kashiwa"]),
        ("prefecture=01", ["p-sapporo"]),
        ("prefecture=99", ["p-kashiwa", "p-nobody", "p-sapporo"]),
        ("city=柏", ["p-kashiwa", "p-nobody"]),
        (f"city={SAPPORO}", ["p-sapporo"]),
        ("prefecture=01&city=柏", []),
        ("city=%00札幌", ["p-sapporo"]),
    ],
)
def test_a_place_is_a_prefecture_a_code_or_a_part_of_a_name(two_cities, query, found):
    assert slugs(query) == found


def test_with_few_plans_there_is_nothing_to_choose(db):
    many_plans(PLANS_A_PAGE)

    assert len(shown().plans) == PLANS_A_PAGE
    assert shown().chooser("/sources/") is None


def test_with_many_plans_a_page_holds_some_and_offers_the_prefectures(db):
    many_plans(PLANS_A_PAGE + 1)
    first, second = shown(), shown("page=2")

    chooser = first.chooser("/sources/")

    assert [plan.slug for plan in first.plans] == [
        f"p-{n:03}" for n in range(PLANS_A_PAGE)
    ]
    assert [plan.slug for plan in second.plans] == [f"p-{PLANS_A_PAGE:03}"]
    assert len(chooser["options"]) == 47
    assert (first.paging.older, second.paging.newer) == ("page=2", "page=1")


def test_the_place_stays_on_the_next_page(db):
    many_plans(PLANS_A_PAGE + 1)

    assert shown("prefecture=12").paging.older == "prefecture=12&page=2"


def test_a_place_without_plans_says_so(two_cities):
    chooser = shown("prefecture=47").chooser("/sources/")

    assert chooser["finds_nothing"]
    assert [o["text"] for o in chooser["options"] if o["selected"]] == ["沖縄県"]


def test_a_city_chosen_by_its_code_is_called_by_its_name(two_cities):
    assert shown(f"city={KASHIWA}").chooser("/sources/")["city"] == "柏市"


def test_nobody_is_everywhere():
    assert not Place()
    assert Place(prefecture="12")
