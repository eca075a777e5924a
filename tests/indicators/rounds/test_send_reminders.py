"""The daily command: who gets a mail, and what it says when one fails."""

from datetime import date
from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from indicators.models import Reminder
from tests.factories import a_target
from tests.staff_records import a_department, a_person, a_round, an_item

pytestmark = pytest.mark.django_db

WEEK_BEFORE = date(2026, 5, 24)


class OneAddressIsDead(EmailBackend):
    def send_messages(self, messages):
        if "dead@example.jp" in messages[0].to:
            raise ConnectionRefusedError
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def a_week_before(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: WEEK_BEFORE)


def a_round_owed_by(*emails, **values):
    round_ = a_round(**values)
    for email in emails:
        department = a_department(round_.publisher)
        a_person("担当課", department, email=email)
        an_item(round_, target=a_target(), department=department)
    return round_


def run(*args):
    out = StringIO()
    call_command("send_reminders", *args, stdout=out)
    return out.getvalue()


def test_everybody_who_owes_something_is_written_to():
    a_round_owed_by("a@example.jp", "b@example.jp")

    said = run()

    assert {address for letter in mail.outbox for address in letter.to} == {
        "a@example.jp",
        "b@example.jp",
    }
    assert "催促2通を送りました。" in said


def test_a_dry_run_lists_and_sends_nothing():
    a_round_owed_by("a@example.jp")

    said = run("--dry-run")

    assert "送る予定：" in said
    assert "a@example.jp" in said
    assert not mail.outbox
    assert not Reminder.objects.exists()


@pytest.mark.parametrize(
    "values",
    [{"closed_at": timezone.now()}, {"opens_on": date(2026, 5, 25)}],
    ids=["closed", "not open yet"],
)
def test_a_round_that_is_not_open_reminds_nobody(values):
    a_round_owed_by("a@example.jp", **values)

    run()

    assert not mail.outbox


def test_a_dead_address_does_not_stop_the_rest_and_is_tried_again(settings):
    settings.EMAIL_BACKEND = f"{__name__}.OneAddressIsDead"
    a_round_owed_by("dead@example.jp", "b@example.jp")

    with pytest.raises(CommandError, match="1通を送れませんでした"):
        run()

    assert [letter.to for letter in mail.outbox] == [["b@example.jp"]]
    assert [row.address for row in Reminder.objects.all()] == ["b@example.jp"]
    assert "送る予定" in run("--dry-run")


def test_what_nobody_can_be_written_to_about_is_said():
    a_round_owed_by("", "a@example.jp")
    err = StringIO()

    call_command("send_reminders", stdout=StringIO(), stderr=err)

    assert "令和7年度の照会 1件" in err.getvalue()
    assert len(mail.outbox) == 1
