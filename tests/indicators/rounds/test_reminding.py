"""Who is reminded of what is owed, and how often."""

from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from indicators.models import Reminder
from indicators.rounds.reminding import send_due, send_now
from tests.factories import a_target
from tests.staff_records import (
    a_department,
    a_person,
    a_publisher,
    a_round,
    an_item,
)
from tests.value_records import an_observation

pytestmark = pytest.mark.django_db

WEEK_BEFORE = date(2026, 5, 24)


@pytest.fixture
def publisher():
    return a_publisher()


@pytest.fixture
def round_(publisher):
    return a_round(publisher)


def test_one_mail_names_all_departments_of_a_person(publisher, round_):
    first, second = a_department(publisher), a_department(publisher)
    a_person("担当課", first, second)
    for department in (first, second):
        an_item(round_, target=a_target(), department=department)

    send_due(round_, WEEK_BEFORE)

    (letter,) = mail.outbox
    assert letter.subject == "令和7年度の実績：未提出が2件あります"
    assert f"・{first.name}：1件\n・{second.name}：1件" in letter.body
    assert "しめ切りは令和8年5月31日です。" in letter.body
    assert Reminder.objects.filter(round=round_).count() == 2


def test_the_mail_holds_no_name_of_a_person_and_no_figure(publisher, round_):
    department = a_department(publisher)
    person = a_person("担当課", department, last_name="秘密", first_name="花子")
    target = a_target(name="虐待相談の件数")
    an_item(round_, target=target, department=department, person=person)
    an_observation(target=target, value=98765)

    send_due(round_, WEEK_BEFORE)

    words = mail.outbox[0].subject + mail.outbox[0].body
    assert [each for each in ("秘密", "花子", "98765", "虐待") if each in words] == []


def test_the_mail_links_to_the_site_where_its_address_is_known(
    publisher, round_, settings
):
    settings.SITE_URL = "https://plans.example.jp"
    a_person("計画担当")
    an_item(round_, target=a_target())

    send_due(round_, WEEK_BEFORE)

    assert f"https://plans.example.jp{reverse('my-figures')}" in mail.outbox[0].body


def test_a_second_run_on_the_same_day_sends_nothing(publisher, round_):
    a_person("計画担当")
    an_item(round_, target=a_target())

    send_due(round_, WEEK_BEFORE)
    send_due(round_, WEEK_BEFORE)

    assert len(mail.outbox) == 1


def test_the_button_does_not_write_twice_in_five_days(publisher, round_):
    department, planning = a_department(publisher), a_person("計画担当")
    a_person("担当課", department)
    an_item(round_, target=a_target(), department=department)

    first = send_now(round_, date(2026, 5, 1), by=planning)
    second = send_now(round_, date(2026, 5, 5), by=planning)
    third = send_now(round_, date(2026, 5, 6), by=planning)

    assert [len(each.sent) for each in (first, second, third)] == [1, 0, 1]
    assert second.too_soon == date(2026, 5, 1)


def test_the_button_of_a_department_leaves_the_others_alone(publisher, round_):
    one, other = a_department(publisher), a_department(publisher)
    people = [a_person("担当課", each) for each in (one, other)]
    for department in (one, other):
        an_item(round_, target=a_target(), department=department)

    send_now(round_, date(2026, 5, 1), by=None, departments={one.pk})

    assert [letter.to for letter in mail.outbox] == [[people[0].email]]


def test_a_person_of_two_departments_is_not_written_to_twice_in_five_days(
    publisher, round_
):
    one, other = a_department(publisher), a_department(publisher)
    a_person("担当課", one, other)
    for department in (one, other):
        an_item(round_, target=a_target(), department=department)

    send_now(round_, date(2026, 5, 22), by=None, departments={one.pk})
    second = send_now(round_, date(2026, 5, 23), by=None, departments={other.pk})
    send_due(round_, WEEK_BEFORE)
    made_up_for = send_due(round_, date(2026, 5, 27))

    assert (second.sent, second.too_soon) == ([], date(2026, 5, 22))
    assert len(mail.outbox) == 2
    assert [len(to.parts) for to in made_up_for.sent] == [2]


def test_a_message_about_one_department_does_not_answer_for_another(publisher, round_):
    one, other = a_department(publisher), a_department(publisher)
    a_person("担当課", one, other)
    for department in (one, other):
        an_item(round_, target=a_target(), department=department)

    send_now(round_, WEEK_BEFORE, by=None, departments={one.pk})
    (later,) = send_due(round_, date(2026, 5, 29)).sent

    assert later.parts == [(other.pk, other.name, 1)]


def test_nobody_is_written_to_where_nothing_is_owed(round_):
    a_person("計画担当")

    assert send_now(round_, date(2026, 5, 1), by=None).nobody
