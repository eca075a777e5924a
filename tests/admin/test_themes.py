"""Themes in the admin: ticked as boxes, filtered by, kept while they are used."""

import pytest

from plans.models import Theme
from tests.admin.forms import (
    act,
    add_form,
    admin_url,
    change_form,
    delete_form,
    soup_of,
)
from tests.factories import a_measure, an_initiative
from tests.initiatives.records import an_action
from tests.plans.records import a_theme, a_window

pytestmark = pytest.mark.django_db

USED = "テーマ「雪かき」は、基本施策1件に付いているため削除できません。"


@pytest.fixture
def snow():
    return a_theme(slug="snow", name="雪かき", position=99)


@pytest.mark.parametrize("make", [a_measure, an_initiative, an_action, a_window])
def test_themes_are_ticked_and_stored_in_their_order(staff_client, snow, make):
    record = make(themes="health")

    form = change_form(staff_client, record)
    assert form.values["themes"] == "health"
    answer = form.fill(themes=["snow", "disaster"]).send()

    record.refresh_from_db()
    assert answer.saved
    assert record.themes == "disaster snow"


def test_the_history_tells_which_themes_were_changed(staff_client, snow):
    measure = a_measure()

    change_form(staff_client, measure).fill(themes=["snow"]).send()

    assert measure.history.first().themes == "snow"


def test_a_list_is_narrowed_to_a_theme(staff_client, snow):
    a_measure(title="冬の施策", themes="health snow")
    a_measure(title="夏の施策", themes="snowman")

    address = admin_url(Theme, "changelist").replace("/theme/", "/measure/")
    page = staff_client.get(f"{address}?theme=snow").content.decode()

    assert "冬の施策" in page
    assert "夏の施策" not in page


def test_the_slug_of_a_used_theme_stays(staff_client, snow):
    a_measure(themes="snow")

    answer = change_form(staff_client, snow).fill(slug="ice").send()

    assert not answer.saved
    assert any("「snow」に戻してください。" in error for error in answer.errors)


def test_the_slug_of_an_unused_theme_may_change(staff_client, snow):
    a_measure(themes="snowman")

    assert change_form(staff_client, snow).fill(slug="ice").send().saved


def test_a_used_theme_is_not_deleted_and_says_where_it_is(staff_client, snow):
    a_measure(themes="snow")

    page = staff_client.get(admin_url(snow, "delete"), follow=True)

    assert USED in soup_of(page).text
    assert Theme.objects.filter(pk=snow.pk).exists()


def test_a_used_theme_is_not_deleted_from_the_list(staff_client, snow):
    a_measure(themes="snow")

    page = act(staff_client, "delete_selected", snow)

    assert USED in soup_of(page).text
    assert Theme.objects.filter(pk=snow.pk).exists()


def test_an_unused_theme_is_deleted(staff_client, snow):
    delete_form(staff_client, snow).send()

    assert not Theme.objects.filter(pk=snow.pk).exists()


def test_a_new_theme_is_on_the_site_at_once(staff_client, client):
    form = add_form(staff_client, Theme)
    answer = form.fill(slug="ice", name="氷", position="1").send()

    assert answer.saved
    assert client.get("/themes/ice/").status_code == 200
