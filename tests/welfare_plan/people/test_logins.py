"""Logins that look alike: nobody is registered a second time by a slip."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from tests.staff_records import a_person
from tests.welfare_plan.people.pages import errors_in
from tests.welfare_plan.people.uploads import preview
from welfare_plan.people.logins import same_to_people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("00123", "123", True, id="zeros that Excel drops"),
        pytest.param("Tanaka", "tanaka", True, id="case"),
        pytest.param("0a", "a", False, id="Excel keeps the zeros of words"),
        pytest.param("100", "10", False, id="zeros at the end count"),
    ],
)
def test_what_people_take_for_the_same(one, other, alike):
    assert (same_to_people(one) == same_to_people(other)) is alike


def test_a_login_that_lost_its_zeros_in_excel_is_no_new_person(administrator_client):
    a_person("閲覧", username="00123")

    ((_, kind, said),) = preview(administrator_client, "123,花子,,閲覧,,")

    assert kind == "エラー"
    assert "同じ人なら「00123」と書いてください" in said[0]


def test_people_who_are_there_already_are_changed_however_alike(administrator_client):
    for login in ("Tanaka", "tanaka"):
        a_person("閲覧", username=login)

    rows = preview(administrator_client, "Tanaka,花子,,,,", "tanaka,太郎,,,,")

    assert [kind for _, kind, _ in rows] == ["変更", "変更"]


def test_two_new_logins_that_look_alike_are_asked_about(administrator_client):
    rows = preview(administrator_client, "F001,花子,,閲覧,,", "f001,太郎,,閲覧,,")

    assert [kind for _, kind, _ in rows] == ["エラー", "エラー"]


def test_the_screen_refuses_a_login_that_looks_like_another(administrator_client):
    a_person("閲覧", username="tanaka")
    typed = {"login": "Tanaka", "name": "花子", "roles": ["閲覧"]}

    response = administrator_client.post(reverse("person-new"), typed)

    assert "「tanaka」とまちがえやすいログイン名です" in errors_in(response)[0]
    assert not User.objects.filter(username="Tanaka").exists()
