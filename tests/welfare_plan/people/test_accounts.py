"""Logging in, and passwords: everybody sets their own, through a link or by hand."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.staff_records import a_person
from tests.welfare_plan.people.pages import errors_in, opened, said, soup_of

pytestmark = pytest.mark.django_db

NEW = "saru-ki-yama-42"


def set_password(link, word=NEW):
    """Open a link in a fresh browser and set a password; the last answer."""
    client = Client()
    page = client.get(link, follow=True)
    form = page.redirect_chain[-1][0] if page.redirect_chain else link
    return client.post(form, {"new_password1": word, "new_password2": word})


def can_log_in(person, word=NEW):
    answer = Client().post(
        "/staff/login/", {"username": person.username, "password": word}
    )
    return answer.status_code == 302 and answer.url == "/staff/"


def test_a_wrong_password_is_said_and_the_name_stays_typed(client):
    answer = client.post("/staff/login/", {"username": "f001", "password": "x"})

    assert "ログイン名かパスワードが違います。" in errors_in(answer)[0]
    assert soup_of(answer).select_one("[name=username]")["value"] == "f001"


def test_who_logs_in_comes_to_the_page_they_wanted(client):
    person = a_person("閲覧")
    person.set_password(NEW)
    person.save()
    asked = client.get("/staff/password/").url

    answer = client.post(
        asked,
        {
            "username": person.username,
            "password": NEW,
            "next": "/staff/password/",
        },
    )

    assert answer.url == "/staff/password/"


@pytest.mark.parametrize("address", ["/staff/logout/", "/admin/logout/"])
def test_who_logs_out_is_led_back_to_the_login_of_the_staff(client, address):
    client.force_login(a_person("計画担当", is_staff=True))

    main = soup_of(client.post(address)).main

    assert main.h1.text == "ログアウトしました"
    assert [link["href"] for link in main.select("a")] == ["/staff/login/"]


def test_the_link_shown_to_the_administrator_sets_a_password_once(
    administrator_client,
):
    person = a_person("閲覧")
    address = reverse("person-link", args=[person.pk])

    administrator_client.post(address)
    link = opened(administrator_client, address).select_one("#link")["value"]
    first = set_password(link)
    second = set_password(link, "another-word-77")

    assert first.url == "/staff/login/"
    assert can_log_in(person)
    assert "このリンクは使えません" in soup_of(second).main.text
    assert opened(administrator_client, address).select_one("#link") is None


def test_a_new_link_ends_the_old_password_and_open_sessions(administrator_client):
    person = a_person("閲覧")
    person.set_password(NEW)
    person.save()
    theirs = Client()
    theirs.force_login(person)

    administrator_client.post(reverse("person-link", args=[person.pk]))

    assert not can_log_in(person)
    assert theirs.get("/staff/").url.startswith("/staff/login/")


def test_a_link_is_not_made_for_oneself_nor_for_who_is_stopped(
    administrator_client, administrator
):
    stopped = a_person("閲覧", is_active=False)

    for person in (administrator, stopped):
        address = reverse("person-link", args=[person.pk])
        before = person.password
        administrator_client.post(address)

        assert User.objects.get(pk=person.pk).password == before
        assert opened(administrator_client, address).select("form") == []


def test_mail_brings_a_link_also_to_who_never_had_a_password(client, mailoutbox):
    person = a_person("閲覧", email="f001@example.jp")
    person.set_unusable_password()
    person.save()

    client.post(reverse("password-mail"), {"email": "F001@example.jp"})

    (mail,) = mailoutbox
    link = re.search(r"http\S+", mail.body).group()
    set_password(link)
    assert can_log_in(person)
    assert mail.to == ["f001@example.jp"]
    for private in (person.username, person.last_name, person.email):
        assert private not in mail.subject + mail.body


def test_an_unknown_address_and_a_stopped_person_get_the_same_answer_and_no_mail(
    client, mailoutbox
):
    known = a_person("閲覧")
    stopped = a_person("閲覧", is_active=False)
    addresses = [known.email, stopped.email, "nobody@example.jp"]

    answers = [client.post(reverse("password-mail"), {"email": a}) for a in addresses]

    assert len({(answer.status_code, answer.url) for answer in answers}) == 1
    assert [mail.to for mail in mailoutbox] == [[known.email]]


def test_everybody_changes_their_own_password(client):
    person = a_person("閲覧")
    person.set_password(NEW)
    person.save()
    client.force_login(person)
    new = {"new_password1": "kawa-no-ishi-9", "new_password2": "kawa-no-ishi-9"}

    wrong = client.post("/staff/password/", {"old_password": "x", **new})
    right = client.post("/staff/password/", {"old_password": NEW, **new})

    assert errors_in(wrong)
    assert right.url == "/staff/"
    assert said(client) == [
        "パスワードを変えました。次のログインから新しいパスワードを使います。"
    ]
    assert can_log_in(person, "kawa-no-ishi-9")
