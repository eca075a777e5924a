"""A 管理者 registers and changes people; what may not be is said in words."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from tests.staff_records import a_department, a_person
from tests.welfare_plan.people.pages import errors_in, opened, soup_of, typed

pytestmark = pytest.mark.django_db


def edit_address(person):
    return reverse("person-edit", args=[person.pk])


def send(client, person, **changes):
    """Open a person's page, change some boxes and save."""
    form = typed(opened(client, edit_address(person)))
    return client.post(edit_address(person), {**form, **changes})


def test_somebody_new_has_a_role_a_department_and_no_password_yet(
    administrator_client, welfare
):
    response = administrator_client.post(
        reverse("person-new"),
        {
            "login": "ｆ001",
            "name": "見本 花子",
            "mail": "hanako@example.jp",
            "roles": ["担当課"],
            "departments": [welfare.pk],
        },
    )

    person = User.objects.get(username="f001")
    assert response.url == reverse("person-link", args=[person.pk])
    assert person.get_full_name() == "見本 花子"
    assert [one.department for one in person.memberships.all()] == [welfare]
    assert person.has_perm("indicators.answer_round")
    assert (person.has_usable_password(), person.is_staff) == (False, False)


def test_a_login_that_somebody_has_is_refused_and_nothing_typed_is_lost(
    administrator_client,
):
    taken = a_person("閲覧", is_active=False)

    response = administrator_client.post(
        reverse("person-new"),
        {"login": taken.username, "name": "見本 花子", "roles": ["閲覧"]},
    )

    assert "このログイン名は、ほかの人が使っています" in errors_in(response)[0]
    assert typed(soup_of(response).main) | {"csrfmiddlewaretoken": ""} == {
        "csrfmiddlewaretoken": "",
        "login": taken.username,
        "name": "見本 花子",
        "mail": "",
        "roles": ["閲覧"],
    }


@pytest.mark.parametrize(
    ("role", "is_staff"),
    [("計画担当", True), ("閲覧", True), ("管理者", False), ("担当課", False)],
)
def test_the_admin_opens_for_the_roles_that_work_there(
    administrator_client, welfare, role, is_staff
):
    person = a_person("閲覧")

    send(administrator_client, person, roles=[role], departments=[welfare.pk])

    person.refresh_from_db()
    assert person.is_staff is is_staff


def test_who_works_for_a_department_must_have_one(administrator_client):
    person = a_person("閲覧")

    response = send(administrator_client, person, roles=["担当課"])

    assert "「担当課」の人には所属が必要です。" in errors_in(response)[0]
    assert soup_of(response).select_one(".alert a")["href"] == "#id_departments_0"
    assert list(person.groups.values_list("name", flat=True)) == ["閲覧"]


def test_a_department_that_is_gone_is_kept_and_not_offered(
    administrator_client, welfare
):
    gone = a_department(welfare.publisher, name="旧福祉課", valid_to_fy=2020)
    member, other = a_person("担当課", gone), a_person("担当課", welfare)

    response = send(administrator_client, member, name="改名")
    refused = send(administrator_client, other, departments=[gone.pk])

    assert response.url == reverse("people")
    assert [one.department for one in member.memberships.all()] == [gone]
    assert refused.status_code == 200
    assert [one.department for one in other.memberships.all()] == [welfare]


def test_two_administrators_on_one_person_lose_nothing(
    administrator_client, administrator
):
    person = a_person("閲覧", last_name="見本", first_name="")
    form = typed(opened(administrator_client, edit_address(person)))
    send(administrator_client, person, mail="new@example.jp")

    second = {**form, "name": "見本 太郎"}
    warned = administrator_client.post(edit_address(person), second)

    main = soup_of(warned).main
    person.refresh_from_db()
    assert person.get_full_name() == "見本"
    assert "ほかの人が先に変えました" in main.text
    assert "new@example.jp" in main.select_one(".alert table").text
    assert typed(main)["name"] == "見本 太郎"

    administrator_client.post(edit_address(person), typed(main))

    person.refresh_from_db()
    assert person.get_full_name() == "見本 太郎"


def test_nobody_gives_themselves_rights(administrator_client, administrator):
    response = send(administrator_client, administrator, roles=["管理者", "計画担当"])

    assert "自分の役割と所属は、自分では変えられません。" in errors_in(response)[0]
    assert not User.objects.get(pk=administrator.pk).has_perm(
        "indicators.approve_answers"
    )


@pytest.mark.parametrize("page", ["edit", "transfer", "stop", "resume", "link"])
def test_who_has_all_rights_is_out_of_reach(administrator_client, page):
    chief = a_person("閲覧", is_superuser=True, is_staff=True)
    address = reverse(f"person-{page}", args=[chief.pk])

    responses = [administrator_client.get(address), administrator_client.post(address)]

    assert [response.status_code for response in responses] == [403, 403]
    assert User.objects.get(pk=chief.pk).is_active
