"""Answers are approved, returned and published one by one, as they were shown."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from initiatives.answers import OWN_APPROVAL
from tests.indicators.approvals.records import (
    a_submitted_review,
    key_of,
    sent,
    submitted,
)
from tests.staff_records import a_person, a_publisher, logged_in

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


def test_ticked_answers_are_approved_and_the_others_wait(planning, planner):
    first, second, third = submitted(), a_submitted_review(), submitted()
    answers = (first, second, third)

    response = planning.post(
        ADDRESS, sent(*answers, ticked=(first, second), act="approve"), follow=True
    )

    assert "2件を承認しました。" in response.content.decode()
    assert [state_of(each) for each in answers] == ["approved", "approved", "submitted"]
    assert first.approved_by == planner
    assert response.redirect_chain


def test_approved_answers_are_published_and_visitors_see_them(planning, client):
    figure = submitted(state="approved", reason="わけ")
    review = a_submitted_review(state="approved", comment="順調に進みました。")

    planning.post(ADDRESS, sent(figure, review, act="publish"))

    assert [state_of(figure), state_of(review)] == ["published", "published"]
    client.logout()
    page = client.get(figure.target.get_absolute_url()).content.decode()
    assert "960" in page
    page = client.get(review.initiative.get_absolute_url()).content.decode()
    assert "順調に進みました。" in page


def test_nobody_approves_what_changed_since_it_was_shown(planning):
    changed, other = submitted(), submitted()
    form = sent(changed, other, act="approve")
    changed.value = 999
    changed.save()

    response = planning.post(ADDRESS, form)

    assert response.status_code == 409
    assert changed.target.name in alert_of(response).get_text()
    assert "ほかの人が変えました" in alert_of(response).get_text()
    assert [state_of(changed), state_of(other)] == ["submitted", "approved"]


@pytest.mark.parametrize("act", ["approve", "publish"])
def test_an_answer_without_its_version_is_refused(planning, act):
    answer = submitted(state="submitted" if act == "approve" else "approved")
    before = answer.state

    planning.post(ADDRESS, {"row": key_of(answer), "act": act})

    assert state_of(answer) == before


@pytest.mark.parametrize(
    "key", ["figure-999999", "figure-x", "figure-", "other-1", "x" * 500]
)
def test_a_key_that_names_nothing_is_said_in_words(planning, key):
    response = planning.post(ADDRESS, {"row": key, "act": "approve"})

    assert "見つかりません" in alert_of(response).get_text()


def test_only_what_is_approved_is_published(planning):
    figure, review = submitted(), a_submitted_review()

    response = planning.post(ADDRESS, sent(figure, review, act="publish"))

    assert alert_of(response).get_text().count("承認してから公開してください。") == 2
    assert [state_of(figure), state_of(review)] == ["submitted", "submitted"]


@pytest.mark.parametrize("make", [submitted, a_submitted_review])
@pytest.mark.parametrize("part", ["submitted_by", "entered_by"])
def test_nobody_approves_their_own(planning, planner, make, part):
    answer = make(**{part: planner})

    page = BeautifulSoup(
        planning.get(f"{ADDRESS}?kind={key_of(answer).split('-')[0]}&state=submitted")
        .content,
        "html.parser",
    )  # fmt: skip
    response = planning.post(ADDRESS, sent(answer, act="approve"))

    assert page.select(f"[id=row-{key_of(answer)}] [type=checkbox]") == []
    assert "ほかの人が承認します" in page.get_text()
    assert "自分で入力・提出したものは承認できません" in alert_of(response).get_text()
    assert state_of(answer) == "submitted"


def test_a_small_office_may_approve_its_own_which_is_said_and_kept(planning, planner):
    publisher = a_publisher(allows_own_approval=True)
    answer = submitted(publisher, submitted_by=planner)

    page = planning.get(ADDRESS).content.decode()
    planning.post(ADDRESS, sent(answer, act="approve"))

    assert "承認したことは履歴に残ります" in page
    assert state_of(answer) == "approved"
    assert answer.history.first().history_change_reason == OWN_APPROVAL


@pytest.mark.parametrize("role", ["担当課", "閲覧", "管理者"])
def test_nobody_else_may_approve(client, role):
    answer = submitted()

    response = logged_in(client, a_person(role)).post(
        reverse("approvals"), sent(answer, act="approve")
    )

    assert response.status_code == 403
    assert state_of(answer) == "submitted"
