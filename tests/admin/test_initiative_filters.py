"""The list of initiatives is narrowed by department and by theme."""

import pytest

from initiatives.models import Initiative
from tests.admin.forms import admin_url, soup_of
from tests.factories import an_initiative
from tests.initiatives.records import a_department
from tests.plans.records import a_publisher, a_theme

pytestmark = pytest.mark.django_db


def test_initiatives_are_narrowed_to_a_theme_and_a_department(staff_client):
    a_theme(slug="snow", name="雪かき")
    welfare, roads = a_department(name="福祉課"), a_department(name="道路課")
    an_initiative(title="除雪の手伝い", themes="health snow", department=roads)
    an_initiative(title="除雪の計画", themes="snow", department=welfare)
    an_initiative(title="道の点検", department=roads)

    asked = {"theme": "snow", "department__id__exact": roads.pk}
    page = soup_of(staff_client.get(admin_url(Initiative, "changelist"), asked))

    rows = page.select("#result_list tbody tr")
    assert [row.select_one(".field-title").text for row in rows] == ["除雪の手伝い"]
    chosen = [choice.text.strip() for choice in page.select("li.selected")]
    assert {"雪かき", "道路課"} <= set(chosen)


def test_departments_to_choose_stand_by_publisher_and_code(staff_client):
    first, last = a_publisher(slug="aa-city"), a_publisher(slug="zz-city")
    a_department(last, code="a", name="三番目課")
    a_department(first, code="b", name="二番目課")
    a_department(first, code="a", name="一番目課")

    page = soup_of(staff_client.get(admin_url(Initiative, "changelist")))

    choices = [choice.text.strip() for choice in page.select("#changelist-filter li")]
    ours = [name for name in choices if name.endswith("番目課")]
    assert ours == ["一番目課", "二番目課", "三番目課"]


def test_too_many_departments_are_no_choice(staff_client):
    a_theme(name="雪かき")
    publisher = a_publisher()
    for number in range(101):
        a_department(publisher, name=f"第{number}課")

    page = soup_of(staff_client.get(admin_url(Initiative, "changelist")))

    filters = page.select_one("#changelist-filter").text
    assert "第1課" not in filters
    assert "雪かき" in filters
