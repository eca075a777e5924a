"""Pages say where they stand, and data pages what they offer, in words for machines."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from plans.models import Measure
from tests import factories

pytestmark = pytest.mark.django_db


def page(address):
    return BeautifulSoup(Client().get(address).content, "html.parser")


def test_the_way_to_a_page_is_named_step_by_step():
    measure = Measure.objects.public().first()

    way = page(measure.get_absolute_url()).select_one("[itemtype$=BreadcrumbList]")

    steps = way.select("[itemprop=itemListElement]")
    names = [step.select_one("[itemprop=name]").text for step in steps]
    places = [step.select_one("[itemprop=position]")["content"] for step in steps]
    assert names[0] == "ホーム"
    assert places == [str(place) for place in range(1, len(steps) + 1)]
    assert [bool(step.select("[itemprop=item]")) for step in steps] == [
        *[True] * (len(steps) - 1),
        False,
    ]


def test_the_data_of_a_plan_is_a_dataset_with_its_files():
    factories.a_plan(slug="kikan", period_start_fy=2024, period_end_fy=None)

    data = page("/data/plans/kikan/").select_one("[itemtype$='/Dataset']")

    said = {tag["itemprop"]: tag.get("content") for tag in data.select("meta")}
    files = {tag["href"] for tag in data.select("[itemprop=contentUrl]")}
    assert said["temporalCoverage"] == "2024-04-01/.."
    assert files == {f"/data/plans/kikan/{name}" for name in ("csv.zip", "plan.xlsx")}
    assert not data.select("[itemprop=license]")
