"""The login ends while a clerk types: nothing typed is lost, and nothing is forged."""

import pytest
from django.test import Client
from django.urls import reverse

from indicators.models import Observation
from tests.admin.forms import filled_values, soup_of
from tests.indicators.entry.entry_page import EntryPage
from tests.staff_records import a_person

pytestmark = pytest.mark.django_db

TYPED = "「なが」い\r\nりゆう<b>"
HERE = "http://testserver"


@pytest.fixture
def clerk(clerk):
    clerk.set_password("pass-word-123")
    clerk.save()
    return clerk


@pytest.fixture
def browser(clerk):
    """A browser that is logged in, and checks as the site does."""
    client = Client(enforce_csrf_checks=True, headers={"origin": HERE})
    client.force_login(clerk)
    return client


@pytest.fixture
def typed(browser, round_, figure):
    page = EntryPage(browser, round_)
    return page.fill(figure, cell="940", reason=TYPED)


def send(browser, response):
    form = soup_of(response).select_one("main form")
    return browser.post(form["action"], filled_values(form))


def log_in_elsewhere(browser, clerk):
    """As in another window of the same browser: the token of this one is old now."""
    browser.logout()
    address = reverse("login")
    form = filled_values(soup_of(browser.get(address)).select_one("main form"))
    login = {**form, "username": clerk.username, "password": "pass-word-123"}
    assert browser.post(address, login).status_code == 302


def test_what_was_typed_is_saved_after_logging_in_again(browser, typed, clerk):
    del browser.cookies["sessionid"]

    asked = browser.post(typed.address, {**typed.values, "do": "draft"})
    form = soup_of(asked).select_one("main form")
    login = {**filled_values(form), "username": clerk.username}
    wrong = browser.post(form["action"], {**login, "password": "no"})
    again = browser.post(
        form["action"],
        {
            **filled_values(soup_of(wrong).select_one("main form")),
            "username": clerk.username,
            "password": "pass-word-123",
        },
    )
    saved = send(browser, again)

    assert (
        "まだ保存していません。ログインすると、続けて送れます。"
        in asked.content.decode()
    )
    assert not soup_of(asked).select(".alert")
    assert saved.status_code == 302
    row = Observation.objects.get()
    assert (row.value, row.reason) == (940, TYPED.replace("\r\n", "\n"))


def test_a_login_in_another_window_loses_nothing(browser, typed, clerk):
    log_in_elsewhere(browser, clerk)

    refused = browser.post(typed.address, {**typed.values, "do": "draft"})
    assert not Observation.objects.exists()
    send(browser, refused)

    assert Observation.objects.get().value == 940


@pytest.mark.parametrize("origin", ["https://example.com", "null", ""])
def test_a_form_of_another_site_is_not_offered_to_be_sent(
    browser, typed, clerk, origin
):
    log_in_elsewhere(browser, clerk)

    refused = browser.post(
        typed.address, {**typed.values, "do": "draft"}, headers={"origin": origin}
    )

    assert refused.status_code == 403
    assert "940" not in refused.content.decode()


def test_a_password_is_never_shown_again(browser, clerk):
    log_in_elsewhere(browser, clerk)
    sent = {"username": "hana", "password": "himitsu-no-kotoba"}

    refused = browser.post(reverse("login"), sent)

    assert refused.status_code == 403
    assert "hana" not in refused.content.decode()


def test_somebody_else_who_logs_in_sends_it_with_their_own_rights(
    browser, typed, round_, figure
):
    other = a_person("閲覧")
    other.set_password("pass-word-123")
    other.save()
    del browser.cookies["sessionid"]
    asked = browser.post(typed.address, {**typed.values, "do": "draft"})
    form = soup_of(asked).select_one("main form")
    login = {"username": other.username, "password": "pass-word-123"}

    again = browser.post(form["action"], {**filled_values(form), **login})
    answer = send(browser, again)

    assert answer.status_code == 403
    assert not Observation.objects.exists()


@pytest.mark.parametrize(
    "kept",
    ["x", "[1]", "{}", '[["a"]]', "null", pytest.param("[" * 20_000, id="brackets")],
)
def test_what_is_no_list_of_fields_is_left_alone(client, clerk, kept):
    login = {"username": clerk.username, "password": "pass-word-123", "kept": kept}

    answer = client.post(reverse("login"), login)

    assert answer["Location"] == reverse("staff-home")


def test_a_form_of_the_admin_is_sent_again_within_the_frame_of_the_staff(browser):
    administrator = a_person(is_staff=True, is_superuser=True, last_name="見本")
    browser.force_login(administrator)
    address = reverse("admin:plans_theme_add")

    asked = soup_of(browser.post(address, {"name": "見守り"}))

    assert asked.select_one("main form")["action"] == address
    assert asked.select_one("main [name=name]")["value"] == "見守り"
    assert "見本" in asked.header.text
    assert asked.header.select_one(f"a[href='{reverse('round-list')}']")
