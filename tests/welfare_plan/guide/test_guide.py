"""The guide in the program: true to the roles, the screens and the typing rules."""

import pytest
from django.urls import reverse

from initiatives.models import AnswerState
from tests.queries import queries_of
from tests.sent_forms import Screen, soup_of
from tests.staff_records import a_person, client_of
from welfare_plan.guide.pages import STATE_MEANINGS
from welfare_plan.guide.screens import SCREENS
from welfare_plan.guide.steps import GUIDES
from welfare_plan.guide.typing_examples import example_rows
from welfare_plan.roles import ROLES
from welfare_plan.staff_nav import WORKS

pytestmark = pytest.mark.django_db


def page_of(role, reader):
    slug = next(slug for slug, guide in GUIDES.items() if guide.role == role)
    return client_of(reader).get(reverse("guide-role", args=[slug]))


def test_every_role_has_a_guide():
    assert {guide.role for guide in GUIDES.values()} == set(ROLES)


def test_every_screen_of_the_guide_exists():
    assert all(reverse(name).startswith("/") for name in SCREENS)


def test_every_step_names_known_screens_and_every_work_is_in_a_guide():
    named = {
        n for guide in GUIDES.values() for step in guide.steps for n in step.screens
    }

    assert named <= SCREENS.keys()
    assert {work.url_name for work in WORKS} <= named | {"guide"}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_reads_its_guide_and_finds_it_first(role):
    person = a_person(role)

    index = soup_of(client_of(person).get(reverse("guide")))
    text = Screen(page_of(role, person)).text

    assert index.select_one(".card h2").text == f"{role}の使い方"
    assert "あなたの役割" in index.select_one(".card").text
    steps = next(guide.steps for guide in GUIDES.values() if guide.role == role)
    assert all(step.heading in text for step in steps)


@pytest.mark.parametrize("reader", ROLES)
@pytest.mark.parametrize("role", ROLES)
def test_every_link_opens_for_its_reader(role, reader):
    person = a_person(reader)
    page = soup_of(page_of(role, person))

    client = client_of(person)
    links = [link["href"] for link in page.select("main a, nav a")]

    statuses = {href: client.get(href).status_code for href in links}
    assert set(statuses.values()) == {200}, statuses


def test_a_screen_that_the_reader_may_not_open_is_named_without_a_link():
    page = soup_of(page_of("計画担当", a_person("閲覧")))

    assert reverse("note-work") not in [a["href"] for a in page.select("a")]
    assert "原典の注記" in page.select_one("main").text


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.url_name)
def test_a_screen_has_the_name_that_the_menu_gives_it(work):
    assert SCREENS[work.url_name].word == work.word


def test_every_state_is_explained():
    assert set(STATE_MEANINGS) == set(AnswerState)


def test_the_examples_say_what_the_entry_screen_says():
    rows = {row["typed"]: (row["outcome"], row["said"]) for row in example_rows()}

    assert rows["９４０人"] == ("受け付けます", "940人として受け付けます。")
    assert rows["－"][0] == "聞き返します"
    assert rows["900～940"][0] == "受け付けません"
    assert rows["940回"][0] == "確かめます"
    assert "日付・幅・内訳は備考に" in rows["R8.3.31現在 940人"][1]


def test_the_guide_asks_for_a_login(client):
    response = client.get(reverse("guide"))

    assert response["Location"].startswith(reverse("login"))


@pytest.mark.parametrize("name", ["planners", "x"])
def test_an_unknown_role_has_no_guide(name):
    client = client_of(a_person("閲覧"))

    assert client.get(reverse("guide-role", args=[name])).status_code == 404


def test_the_guide_costs_few_queries():
    client = client_of(a_person("計画担当"))

    assert queries_of(client, reverse("guide")) <= 5
    assert queries_of(client, reverse("guide-role", args=["planning"])) <= 4
