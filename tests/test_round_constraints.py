"""Rules for rounds, their items and evidence, and for who works where."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model

from indicators.models import CollectionRound, Evidence, RoundItem, SheetImport
from initiatives.models import Membership
from tests.factories import a_target
from tests.initiatives.records import a_department
from tests.plans.broken_rules import messages_of_form, refuses
from tests.plans.records import a_publisher

pytestmark = pytest.mark.django_db


def a_person(name="tantou"):
    return get_user_model().objects.create_user(name)


def a_round(publisher=None, **values):
    defaults = {
        "fiscal_year": 2025,
        "opens_on": date(2026, 4, 1),
        "due_on": date(2026, 5, 31),
    }
    return CollectionRound.objects.create(
        publisher=publisher or a_publisher(), **{**defaults, **values}
    )


def an_item(round_=None, **subject):
    return RoundItem.objects.create(
        round=round_ or a_round(), **(subject or {"target": a_target()})
    )


def evidence():
    return Evidence.objects.create(
        item=an_item(), link="https://example.jp/", added_by=a_person()
    )


def second_round():
    publisher = a_publisher()
    a_round(publisher)
    return a_round(publisher, fiscal_year=2024), {"fiscal_year": 2025}


def second_item():
    round_ = a_round()
    taken = an_item(round_)
    return an_item(round_), {"target": taken.target}


def second_membership():
    person, department = a_person(), a_department()
    Membership.objects.create(user=person, department=department)
    other = Membership.objects.create(user=person, department=a_department())
    return other, {"department": department}


def a_sheet_import():
    return SheetImport.objects.create(
        round=a_round(),
        uploaded_by=a_person(),
        file_name="調査票.xlsx",
        digest="0" * 64,
        content={"rows": []},
    )


RULES = {
    "one round a year": (second_round, "この年度の照会は、すでにあります。"),
    "due before it opens": (
        lambda: (a_round(), {"due_on": date(2026, 3, 31)}),
        "しめ切りは、入力を始める日かそれより後の日にしてください。",
    ),
    "an item about nothing": (
        lambda: (an_item(), {"target": None}),
        "照会の項目は、1つのことだけを聞きます。",
    ),
    "the same figure twice": (second_item, "この項目は、すでに照会に入っています。"),
    "evidence of nothing": (
        lambda: (evidence(), {"link": ""}),
        "根拠は、ファイルかリンクのどちらか一方にしてください。",
    ),
    "a sheet that was confirmed at no moment": (
        lambda: (a_sheet_import(), {"state": "confirmed"}),
        "制約 “sheetimport_confirmed_at_a_moment” に違反しています。",
    ),
    "a membership twice": (
        second_membership,
        "この職員は、すでにこの課に所属しています。",
    ),
}


@pytest.mark.parametrize(("case", "message"), RULES.values(), ids=RULES)
def test_who_breaks_a_rule_is_told_in_japanese(case, message):
    assert message in messages_of_form(case)


@pytest.mark.parametrize("case", [case for case, _ in RULES.values()], ids=RULES)
def test_the_database_alone_keeps_the_rule(case):
    assert refuses(case)
