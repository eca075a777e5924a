"""Every change of a person is told: who, when, what it was and what it is."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from tests.factories import a_target
from tests.staff_records import a_person, a_round, an_item
from tests.welfare_plan.people.pages import opened, typed

pytestmark = pytest.mark.django_db


def told(client, person):
    """Who and what, newest first, as the page of changes says it."""
    main = opened(client, reverse("person-changes", args=[person.pk]))
    return [
        tuple(td.text for td in row.select("td")) for row in main.select("tbody tr")
    ]


def test_the_page_tells_the_life_of_a_person(administrator_client, welfare, elderly):
    new = {"login": "f001", "name": "花子", "roles": ["担当課"]}
    administrator_client.post(
        reverse("person-new"), {**new, "departments": [welfare.pk]}
    )
    person = User.objects.get(username="f001")
    an_item(a_round(), target=a_target(), department=welfare, person=person)
    for page, changes in (
        ("edit", {"name": "花代", "mail": "hana@example.jp"}),
        ("transfer", {"leaving": [welfare.pk], "joining": [elderly.pk]}),
        ("link", {}),
        ("stop", {}),
        ("resume", {}),
    ):
        address = reverse(f"person-{page}", args=[person.pk])
        form = typed(opened(administrator_client, address))
        administrator_client.post(address, {**form, **changes})

    assert told(administrator_client, person) == [
        ("管理", "利用：「停止中」→「利用中」。"),
        ("管理", "利用：「利用中」→「停止中」。"),
        ("管理", "パスワードを決めるリンクを作りました。"),
        (
            "管理",
            "所属：「福祉課」→「高齢課」。照会の項目1件を課に引き継ぎました。",
        ),
        (
            "管理",
            "氏名：「花子」→「花代」。メール：「なし」→「hana@example.jp」。",
        ),
        ("管理", "登録しました。役割：担当課。所属：福祉課。"),
    ]


def test_a_membership_keeps_who_made_and_ended_it(
    administrator_client, administrator, welfare, elderly
):
    person = a_person("担当課", welfare)
    (membership,) = person.memberships.all()
    history = membership.history.model.objects.filter(user=person)
    address = reverse("person-transfer", args=[person.pk])
    form = typed(opened(administrator_client, address))

    administrator_client.post(
        address, {**form, "leaving": [welfare.pk], "joining": [elderly.pk]}
    )

    ends = history.filter(history_user=administrator).order_by("history_id")
    assert [(row.department.name, row.history_type) for row in ends] == [
        ("福祉課", "-"),
        ("高齢課", "+"),
    ]


def test_saving_without_a_change_leaves_no_line(administrator_client):
    person = a_person("閲覧")
    address = reverse("person-edit", args=[person.pk])

    administrator_client.post(address, typed(opened(administrator_client, address)))

    assert told(administrator_client, person) == []
