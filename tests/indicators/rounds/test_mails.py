"""Who is told of what was submitted and what came back."""

import pytest
from django.core import mail

from indicators.rounds.mails import notify_submitted
from indicators.rounds.returned_mails import notify_returned
from tests.factories import a_target
from tests.staff_records import a_department, a_person, a_round, an_item
from tests.value_records import a_review, an_observation

pytestmark = pytest.mark.django_db


def test_the_planning_section_gets_one_mail_for_all_that_was_submitted():
    planning, gone = a_person("計画担当"), a_person("計画担当", is_active=False)
    round_ = a_round()
    department = a_department(round_.publisher, name="高齢者支援課")
    items = [
        an_item(round_, target=a_target(), department=department) for _ in range(3)
    ]

    count = notify_submitted(items, by=a_person("担当課", department))

    (letter,) = mail.outbox
    assert (count, letter.to) == (1, [planning.email])
    assert gone.email not in letter.to
    assert "高齢者支援課から、令和7年度の実績・評価が3件提出されました" in letter.body


def test_whoever_submitted_is_not_told_by_mail():
    planning = a_person("計画担当")
    item = an_item(target=a_target())

    assert notify_submitted([item], by=planning) == 0


def test_each_person_is_told_once_of_all_that_came_back():
    person, planning = a_person("担当課"), a_person("計画担当")
    answers = [
        an_observation(state="returned", submitted_by=person, remark="合計が違います"),
        a_review(state="returned", submitted_by=person),
    ]

    notify_returned(answers, by=planning)

    (letter,) = mail.outbox
    assert letter.to == [person.email]
    assert "2件が差し戻されました" in letter.body
    assert "合計が違います" not in letter.body


@pytest.mark.parametrize(
    "values", [{"email": ""}, {"is_active": False}], ids=["no address", "left"]
)
def test_who_cannot_be_reached_is_not_written_to(values):
    answer = an_observation(state="returned", submitted_by=a_person(**values))

    assert notify_returned([answer], by=None) == 0


@pytest.mark.parametrize("make", [an_observation, a_review], ids=["figure", "review"])
def test_the_department_is_told_where_who_submitted_has_left(make):
    round_ = a_round()
    department = a_department(round_.publisher)
    gone, successor = a_person(is_active=False), a_person("担当課", department)
    answer = make(state="returned", submitted_by=gone, fiscal_year=2025)
    kind = "target" if make is an_observation else "initiative"
    an_item(round_, **{kind: getattr(answer, kind)}, department=department)

    assert notify_returned([answer], by=None) == 1
    assert mail.outbox[0].to == [successor.email]
