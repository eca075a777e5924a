"""Answers go back with a remark, and nothing that was typed is lost."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail

from tests.indicators.approvals.records import (
    key_of,
    sent,
    submitted,
)
from tests.staff_records import a_person, logged_in

pytestmark = pytest.mark.django_db

ADDRESS = "/staff/approvals/"


@pytest.fixture
def planner():
    return a_person("計画担当")


@pytest.fixture
def planning(client, planner):
    return logged_in(client, planner)


def state_of(answer):
    answer.refresh_from_db()
    return answer.state


def alert_of(response):
    return BeautifulSoup(response.content, "html.parser").select_one("[role=alert]")


def test_an_answer_is_returned_with_a_remark_and_its_person_is_told(planning):
    person = a_person("担当課")
    answer = submitted(submitted_by=person)
    key = key_of(answer)
    form = {**sent(answer, ticked=()), "return": key}

    response = planning.post(
        ADDRESS, {**form, f"remark-{key}": "合計が違います"}, follow=True
    )

    assert "1件を差し戻しました。担当者にメールで" in response.content.decode()
    assert state_of(answer) == "returned"
    assert answer.remark == "合計が違います"
    assert mail.outbox[0].to == [person.email]


def test_returning_without_a_remark_is_refused_and_keeps_all_that_was_typed(planning):
    empty, other = submitted(), submitted()
    form = sent(empty, other, ticked=(other,), **{"return": key_of(empty)})
    form[f"remark-{key_of(other)}"] = "書きかけ"

    response = planning.post(ADDRESS, form)

    page = BeautifulSoup(response.content, "html.parser")
    assert "差し戻す理由を入力してください。" in alert_of(response).get_text()
    assert page.select_one(f"#remark-{key_of(other)}").get_text() == "書きかけ"
    link = page.select_one("[role=alert] a")["href"]
    assert page.select_one(link)["aria-invalid"] == "true"
    ticked = page.select("[name=row][checked]")
    assert [tag["value"] for tag in ticked] == [key_of(other)]
    assert state_of(empty) == "submitted"


def test_a_remark_for_what_went_on_meanwhile_is_shown_back(planning):
    answer = submitted()
    form = sent(answer, ticked=(), **{"return": key_of(answer)})
    form[f"remark-{key_of(answer)}"] = "長い説明"
    answer.state = "approved"
    answer.save()

    response = planning.post(ADDRESS, form)

    assert "あなたが書いた差戻しの理由：長い説明" in alert_of(response).get_text()


def test_nothing_ticked_is_said(planning):
    response = planning.post(ADDRESS, sent(submitted(), ticked=(), act="approve"))

    assert "印を付けてください" in alert_of(response).get_text()
