"""Several people press the same button at the same moment: it is done once."""

from datetime import date
from functools import partial

from django.core import mail

from indicators.approvals.acting import approve_rows
from indicators.models import Reminder
from indicators.rounds.reminding import send_due
from plans.versions import version_of
from tests.factories import a_target
from tests.indicators.approvals.records import (
    an_initiative_of,
    key_of,
    submitted,
)
from tests.staff_records import a_person, a_publisher, a_round, an_item

CROWD = 8


def test_one_of_many_approvers_approves_and_the_others_are_told(at_once, made):
    answer = made(lambda: submitted(an_initiative_of().plan.publisher))
    people = made(lambda: [a_person("計画担当") for _ in range(CROWD)])
    rows = {key_of(answer): version_of(answer)}

    outcomes = at_once(*(partial(approve_rows, rows, by=each) for each in people))

    assert [len(each.done) for each in outcomes].count(1) == 1
    refused = [row["why"] for each in outcomes for row in each.refused]
    assert len(refused) == CROWD - 1
    assert all("ほかの人が変えました" in why for why in refused)
    states = made(lambda: list(answer.history.values_list("state", flat=True)))
    assert states == ["approved", "submitted"]


def test_the_command_that_runs_twice_at_once_writes_once(at_once, made):
    def a_round_owed():
        a_person("計画担当")
        round_ = a_round(a_publisher())
        an_item(round_, target=a_target())
        return round_

    round_ = made(a_round_owed)
    day = date(2026, 5, 24)

    at_once(*[partial(send_due, round_, day)] * CROWD)

    assert len(mail.outbox) == 1
    assert made(Reminder.objects.filter(round=round_).count) == 1
