"""Handing in what is ready, and what can be done afterwards."""

import pytest

from indicators import actions
from indicators.models import Observation
from initiatives import answers
from initiatives.models import Review
from tests.staff_records import a_person

pytestmark = pytest.mark.django_db


def stored(item):
    return Observation.objects.get(target=item.target, fiscal_year=2025)


@pytest.fixture
def planner():
    return a_person("計画担当")


def submitted(page, item, **values):
    return page.fill(item, cell="960", **values).press("submit")


def test_only_what_is_complete_is_submitted_and_the_rest_is_named(
    page_of, clerk, more_figures
):
    ready, half, empty = more_figures(3)
    page = page_of(clerk)

    after = page.fill(ready, cell="960").fill(half, cell="900～940").press("submit")

    assert "1件を提出しました。" in after.messages
    assert "2件は、まだ提出していません" in after.messages
    assert half.target.name in after.messages
    assert [stored(ready).state, stored(half).state] == ["submitted", "draft"]
    assert not Observation.objects.filter(target=empty.target).exists()
    assert stored(ready).submitted_by == clerk


def test_a_mail_is_spoken_of_only_where_one_went_out(page_of, clerk, more_figures):
    (item,) = more_figures(1)

    after = submitted(page_of(clerk), item)

    assert "メールで知らせました" not in after.messages
    assert "「承認と公開」の画面に出ています。" in after.messages


def test_the_planning_section_is_told_once_of_all_that_was_submitted(
    page_of, clerk, more_figures, planner, mailoutbox
):
    first, second = more_figures(2)

    page_of(clerk).fill(first, cell="960").fill(second, cell="961").press("submit")

    (mail,) = mailoutbox
    assert (mail.to, "2件" in mail.subject) == ([planner.email], True)


def test_nobody_is_told_of_a_draft(page, figure, planner, mailoutbox):
    page.fill(figure, cell="960").press()
    page.fill(figure, cell="900～940").press("submit")

    assert mailoutbox == []


def test_a_submitted_figure_is_locked_until_it_is_taken_back(page, figure):
    after = submitted(page, figure)

    assert after.control(figure, "cell") is None
    assert "960人／年" in after.text(figure)

    back = after.withdraw(figure)

    assert stored(figure).state == "draft"
    assert back.control(figure, "cell")["value"] == "960"
    reasons = stored(figure).history.values_list("history_change_reason", flat=True)
    assert "提出を取り下げた" in reasons


def test_taking_back_saves_what_was_typed_elsewhere(page_of, clerk, more_figures):
    first, second = more_figures(2)
    after = page_of(clerk).fill(first, cell="960").press("submit")

    after.fill(second, cell="970").withdraw(first)

    assert (stored(first).state, stored(second).value) == ("draft", 970)


def test_an_approved_figure_cannot_be_taken_back(page, figure, planner):
    after = submitted(page, figure)
    actions.approve(stored(figure), by=planner)

    refused = after.withdraw(figure)

    assert stored(figure).state == "approved"
    assert "もう取り下げられません" in refused.messages


def test_a_returned_figure_stands_first_with_its_remark(
    page_of, clerk, figure, more_figures, planner
):
    others = more_figures(2)
    last = others[-1]
    submitted(page_of(clerk), last)
    answers.give_back(stored(last), by=planner, remark="単位を確かめてください。")

    page = page_of(clerk)

    first = page.soup.select_one(".entry")
    assert first["id"] == f"item-{last.pk}"
    assert "単位を確かめてください。" in first.text
    page.fill(last, cell="961").press("submit")
    assert (stored(last).state, stored(last).remark) == ("submitted", "")


@pytest.fixture
def published(page, figure, planner):
    submitted(page, figure)
    row = stored(figure)
    actions.approve(row, by=planner)
    actions.publish(row, by=planner)
    return figure


def test_a_public_value_is_corrected_with_a_reason(page_of, clerk, published):
    shown = page_of(clerk)
    assert shown.control(published, "cell") is None
    assert "公開されています。" in shown.text(published)

    page = page_of(clerk, query=f"?correct={published.pk}")
    asked = page.fill(published, cell="958").press("submit")

    assert stored(published).state == "draft"
    assert any("直す理由を入力" in text for text in asked.summary)

    asked.fill(published, correction_reason="集計の誤り。").press("submit")

    row = stored(published)
    assert (row.state, row.value) == ("submitted", 958)
    assert row.correction_reason == "集計の誤り。"
    assert row.publications.get().value == 960


def test_opening_a_public_value_changes_nothing(page_of, clerk, published):
    page = page_of(clerk, query=f"?correct={published.pk}")

    page.press()

    assert stored(published).state == "published"


def test_a_review_needs_a_rating_and_words(page_of, clerk, review_item):
    half = page_of(clerk).fill(review_item, rating="B").press("submit")

    review = Review.objects.get(initiative=review_item.initiative)
    assert (review.state, review.rating) == ("draft", "B")
    assert any("評価の説明を入力" in text for text in half.summary)

    after = half.fill(review_item, comment="予定どおり進めた。").press("submit")

    review.refresh_from_db()
    assert (review.state, review.entered_by) == ("submitted", clerk)
    assert "おおむね計画どおり" in after.text(review_item)
