"""People are stopped, never deleted; one 管理者 always remains."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, reverse

from indicators.models import RoundItem
from tests.factories import a_target
from tests.staff_records import a_person, a_round, an_item
from tests.welfare_plan.people.pages import errors_in, opened

pytestmark = pytest.mark.django_db


def stop(client, person):
    return client.post(reverse("person-stop", args=[person.pk]))


def test_who_is_stopped_is_out_at_once_and_leaves_open_items(
    administrator_client, welfare
):
    person = a_person("担当課", welfare)
    an_item(a_round(), target=a_target(), department=welfare, person=person)
    theirs = Client()
    theirs.force_login(person)

    page = opened(administrator_client, reverse("person-stop", args=[person.pk]))
    stop(administrator_client, person)

    assert "（福祉課へ）" in page.text
    assert theirs.get("/staff/").url.startswith("/staff/login/")
    assert not RoundItem.objects.filter(person=person).exists()
    assert User.objects.filter(pk=person.pk, is_active=False).exists()


def test_an_old_session_does_not_come_back_with_the_person(
    administrator_client, welfare
):
    person = a_person("担当課", welfare)
    theirs = Client()
    theirs.force_login(person)

    stop(administrator_client, person)
    administrator_client.post(reverse("person-resume", args=[person.pk]))

    assert User.objects.get(pk=person.pk).is_active
    assert theirs.get("/staff/").url.startswith("/staff/login/")


def test_nobody_stops_themselves(administrator_client, administrator):
    a_person("管理者")

    response = stop(administrator_client, administrator)

    assert "自分の利用は停止できません。" in errors_in(response)[0]
    assert User.objects.get(pk=administrator.pk).is_active


@pytest.mark.parametrize("way", ["stop", "edit"])
def test_the_last_administrator_stays(staff_client, administrator, way):
    data = {
        "name": "管理",
        "roles": ["閲覧"],
        "version": opened(
            staff_client, reverse("person-edit", args=[administrator.pk])
        ).select_one("[name=version]")["value"],
    }

    response = staff_client.post(
        reverse(f"person-{way}", args=[administrator.pk]), data
    )

    assert "利用できる管理者がいなくなるため" in errors_in(response)[0]
    assert User.objects.get(pk=administrator.pk).is_active
    assert administrator.groups.filter(name="管理者").exists()


def test_another_administrator_may_be_stopped(administrator_client, administrator):
    other = a_person("管理者")

    stop(administrator_client, other)

    assert not User.objects.get(pk=other.pk).is_active


@pytest.mark.parametrize("model", ["user", "group"])
def test_the_admin_has_no_page_on_which_people_could_be_deleted(model):
    with pytest.raises(NoReverseMatch):
        reverse(f"admin:auth_{model}_changelist")
