"""Switching the second proof on and off, and having to."""

import pytest
from django.test import Client

from tests.staff_records import a_person, client_of
from tests.welfare_plan.people.pages import errors_in, opened, soup_of
from tests.welfare_plan.sign_in.logins import (
    CODE_NEW,
    WORD,
    is_in,
    shown,
    tried,
    with_app,
    with_password,
)
from welfare_plan.sign_in import second_factor
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db
OWN = "/staff/second-factor/"


def key_in(client):
    return client.session["second_factor_key"]


def test_everybody_may_switch_it_on_and_gets_spare_codes(person):
    client = client_of(person)
    page = opened(client, OWN + "new/")

    answer = client.post(OWN + "new/", {"code": shown(key_in(client))})

    assert page.select_one("svg path")["d"]
    codes = [item.text for item in soup_of(answer).select(".note li")]
    assert len(codes) == second_factor.HOW_MANY
    assert second_factor.is_on(person)
    assert second_factor.is_right(person, codes[3])


def test_it_is_not_on_before_the_app_has_shown_that_it_has_the_key(person):
    client = client_of(person)
    before = opened(client, OWN + "new/").select_one("b").text

    answer = client.post(OWN + "new/", {"code": "000000"})

    assert errors_in(answer)
    assert not second_factor.is_on(person)
    # The app that has read the picture is not made to read another one.
    assert soup_of(answer).main.ol.find_next("b").text == before


@pytest.mark.parametrize("do", ["off/", "codes/"])
def test_an_open_screen_alone_cannot_take_it_off(person, do):
    client = client_of(with_app(person))
    codes = second_factor.new_codes(person)

    client.post(OWN + do, {"code": "000000"})

    assert second_factor.is_on(person)
    assert second_factor.codes_left(person) == len(codes)


def test_with_a_code_it_is_taken_off(person):
    client = client_of(with_app(person))

    client.post(OWN + "off/", {"code": shown()})

    assert not second_factor.is_on(person)
    assert AccessEvent.objects.latest("pk").what == "やめた"


def test_new_spare_codes_end_the_old_ones(person):
    client = client_of(with_app(person))
    old = second_factor.new_codes(person)

    client.post(OWN + "codes/", {"code": shown()})

    assert second_factor.codes_left(person) == second_factor.HOW_MANY
    assert not second_factor.is_right(person, old[0])


@pytest.mark.parametrize(
    ("setting", "role", "is_asked"),
    [
        ("OPTIONAL", "管理者", False),
        ("APPROVERS", "管理者", True),
        ("APPROVERS", "計画担当", True),
        ("APPROVERS", "担当課", False),
        ("APPROVERS", "閲覧", False),
        ("STAFF", "閲覧", True),
    ],
)
def test_who_has_to_is_the_citys_to_say(settings, setting, role, is_asked):
    settings.SECOND_FACTOR = setting
    somebody = with_password(a_person(role))
    client = Client()

    answer = tried(somebody.username, WORD, client=client)

    assert (answer.url == CODE_NEW) == is_asked
    assert is_in(client) != is_asked


def test_who_has_to_sets_it_up_on_the_way_in(settings, administrator):
    settings.SECOND_FACTOR = "APPROVERS"
    client = Client()
    tried(administrator.username, WORD, client=client, next="/staff/people/")
    client.get(CODE_NEW)
    before = is_in(client)

    answer = client.post(CODE_NEW, {"code": shown(key_in(client))})

    assert not before
    main = soup_of(answer).main
    assert len(main.select(".note li")) == second_factor.HOW_MANY
    assert main.select_one(".actions a")["href"] == "/staff/people/"
    assert is_in(client)
    assert "second_factor_key" not in client.session


def test_who_has_to_cannot_take_it_off(settings, administrator):
    settings.SECOND_FACTOR = "STAFF"
    client = client_of(with_app(administrator))

    answer = client.post(OWN + "off/", {"code": shown()})

    assert "やめられません" in errors_in(answer)[0]
    assert second_factor.is_on(administrator)
