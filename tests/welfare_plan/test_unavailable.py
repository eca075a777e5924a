"""While the database is away, every page says so in words and claims nothing false."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.sessions.backends.db import SessionStore
from django.db import OperationalError, ProgrammingError, connection
from django.test import Client

from tests.faults import AWAY, away
from tests.staff_records import a_person
from welfare_plan import staff_home


def text_of(response):
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.select_one("main").get_text().split())


@pytest.fixture
def clerk(db):
    client = Client(raise_request_exception=False)
    client.force_login(a_person("計画担当", is_staff=True))
    return client


@pytest.mark.parametrize(
    "address",
    ["/", "/staff/", "/admin/", "/staff/nowhere/"],
    ids=["public", "staff", "admin", "a page that is not there"],
)
def test_a_page_asks_to_come_back_soon(clerk, address):
    with connection.execute_wrapper(away):
        response = clerk.get(address)

    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "no-store" in response["Cache-Control"]
    assert "ただいま表示できません" in text_of(response)
    assert "保存" not in text_of(response)
    assert "no route" not in response.content.decode()


def test_who_sent_a_form_reads_that_nothing_was_stored_and_nothing_is_lost(clerk):
    with connection.execute_wrapper(away):
        response = clerk.post("/staff/", {"typed": "940"})

    assert response.status_code == 503
    assert "保存できませんでした" in text_of(response)
    assert "入力した内容は、このブラウザーに残っています" in text_of(response)


def test_a_session_that_cannot_be_stored_is_told_like_a_page(
    clerk, monkeypatch, settings
):
    def broken(self, **options):
        raise OperationalError(AWAY)

    settings.SESSION_SAVE_EVERY_REQUEST = True
    monkeypatch.setattr(SessionStore, "save", broken)

    response = clerk.get("/staff/")

    assert response.status_code == 503
    assert "ただいま表示できません" in text_of(response)


def test_the_login_outlives_the_fault(clerk):
    with connection.execute_wrapper(away):
        clerk.get("/staff/")

    response = clerk.get("/staff/")

    assert response.status_code == 200
    assert "ログアウト" in response.content.decode()


def test_the_log_gets_one_line_without_a_trace(clerk, caplog):
    with connection.execute_wrapper(away):
        clerk.get("/staff/")

    (record,) = caplog.records
    assert record.getMessage() == "503 GET /staff/: connection failed: no route"
    assert record.exc_info is None


def test_a_fault_of_ours_stays_one_and_needs_no_database_either(clerk):
    def broken(execute, *args):
        raise ProgrammingError("no such column")

    with connection.execute_wrapper(broken):
        response = clerk.get("/staff/")

    assert response.status_code == 500
    assert "ただいま表示できません" in text_of(response)


@pytest.mark.parametrize(("method", "says_so"), [("get", False), ("post", True)])
def test_a_request_that_was_given_up_claims_nothing_of_what_was_sent(
    clerk, monkeypatch, caplog, method, says_so
):
    def given_up(*args, **kwargs):
        raise SystemExit(1)

    monkeypatch.setattr(staff_home, "works_of", given_up)

    response = getattr(clerk, method)("/staff/")

    assert response.status_code == 503
    assert "時間がかかりすぎました" in text_of(response)
    assert ("保存されたかどうかは" in text_of(response)) is says_so
    assert "保存できませんでした" not in text_of(response)
    assert "took too long, given up" in caplog.text


def test_a_server_that_ends_does_not_say_that_it_took_long(clerk, monkeypatch, caplog):
    def ended(*args, **kwargs):
        raise SystemExit(0)

    monkeypatch.setattr(staff_home, "works_of", ended)

    response = clerk.get("/staff/")

    assert response.status_code == 503
    assert "途中で止まりました" in text_of(response)
    assert "時間がかかりすぎ" not in text_of(response)
    assert "the server ends, given up" in caplog.text
