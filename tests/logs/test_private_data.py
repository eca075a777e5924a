"""Secrets and personal data never reach a log."""

import io
import logging
import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from tests.staff_records import a_person
from tests.welfare_plan.sign_in.logins import WORD, tried, with_password
from welfare_plan.log_cuts import without_private_data
from welfare_plan.log_filter import WithoutPrivateData


@pytest.fixture
def log():
    """What the console of the site would get, of every logger and level."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(WithoutPrivateData())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.setLevel(before)
    root.removeHandler(handler)


def test_the_console_of_the_site_has_the_filter():
    filters = settings.LOGGING["filters"]
    of_console = settings.LOGGING["handlers"]["console"]["filters"]
    assert WithoutPrivateData in [filters[name]["()"] for name in of_console]
    assert settings.LOGGING["root"]["handlers"] == ["console"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("password=abc&x=1", "password=[cut]&x=1"),
        ("{'csrfmiddlewaretoken': 'abc', 'q': 1}", None),
        ("Not Found: /staff/password/set/MQ/ab-12/", None),
        ("to hanako@city.example.jp failed", "to [mail] failed"),
        ("Cookie: sessionid=abc; x=abc", "Cookie: [cut]"),
        ("postgres://u:abc@host/db", "postgres://[cut]@host/db"),
        ("Authorization: Bearer abc", "Authorization: [cut]"),
        ("x\nDETAIL:  Key (email)=(abc) exists.", "x\nDETAIL: [cut]"),
        ("/back/?code=abc&state=abc", "/back/?code=[cut]&state=[cut]"),
        ("call 04-7167-1111", "call [tel]"),
    ],
)
def test_what_is_secret_is_cut(text, written):
    found = without_private_data(text)

    assert "abc" not in found
    assert "ab-12" not in found
    assert written is None or found == written


@pytest.mark.parametrize(
    "text",
    [
        "503 GET /plans/kita-ku/: database is locked",
        "KeyError: 'x' status code: 500 at 2026-11-21 12:00:00",
        "R12-34 10-20-30 192.0.2.1",
    ],
)
def test_what_an_operator_needs_stays(text):
    assert without_private_data(text) == text


def test_the_trace_of_an_error_is_cut_too(log):
    said = "unique\nDETAIL:  Key (last_name)=(山田) exists."
    try:
        raise IntegrityError(said)
    except IntegrityError:
        logging.getLogger("anywhere").exception("Failed for %s", "a@example.jp")

    assert "山田" not in log.getvalue()
    assert "a@example.jp" not in log.getvalue()
    assert "IntegrityError" in log.getvalue()
    assert log.getvalue().count("Traceback") == 1


def test_a_line_whose_arguments_do_not_fit_is_written_without_them(log):
    logging.getLogger("anywhere").warning("two %s %s", "secret-argument")

    assert "secret-argument" not in log.getvalue()


@pytest.mark.django_db
@pytest.mark.usefixtures("guarded")
def test_a_day_of_work_leaves_no_trace_of_anybody(log, monkeypatch):
    person = with_password(
        a_person("管理者", last_name="蜷川", first_name="靖子", username="ninagawa")
    )
    client = Client(raise_request_exception=False)

    for _ in range(6):
        tried(person.username, "mistyped-Word-1")
    tried("mistaken-Word-2", "x", client=client)
    tried(person.username, WORD, "198.51.100.7", client=client)
    people = "ログイン名,氏名,メール\nf1,鷺沢 弓子,yumiko@city.example.jp\n"
    file = SimpleUploadedFile("people.csv", people.encode("cp932"))
    client.post(reverse("people-upload"), {"file": file})
    client.post("/staff/password/forgotten/", {"email": person.email})
    client.get("/staff/password/set/MQ/secret-token-of-a-link/")
    client.get(f"/nowhere/?mail={person.email}")

    def fails(*args, **kwargs):
        raise ValueError(f"{person.email} password={WORD}")

    monkeypatch.setattr("welfare_plan.people.views.list_page", fails)
    client.get("/staff/people/")

    text = log.getvalue()
    private = [WORD, "mistyped-Word-1", "mistaken-Word-2", "蜷川", "靖子", "鷺沢"]
    private += ["yumiko", person.email, "ninagawa", "secret-token-of-a-link"]
    private += [client.cookies["sessionid"].value, settings.SECRET_KEY]
    assert "ValueError" in text
    assert [word for word in private if word in text] == []
    assert not re.search(r"[\w.]+@[\w.]+\.jp", text)
