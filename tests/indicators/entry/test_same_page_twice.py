"""A double click, or a page sent again after the network was lost, is no conflict."""

import pytest

from indicators.models import Observation
from initiatives import answers
from initiatives.models import Review
from tests.staff_records import a_person

pytestmark = pytest.mark.django_db


def stored():
    return Observation.objects.get()


@pytest.mark.parametrize("cell", ["940", "約９４０", "900～940", "集計中"])
def test_the_same_draft_sent_twice_is_stored_once(page, figure, cell):
    page.fill(figure, cell=cell, note="3月末").press()

    after = page.press()

    assert after.was_kept
    assert "変わったところはありませんでした。" in after.messages
    assert stored().history.count() == 1


def test_a_review_sent_twice_is_stored_once(page_of, clerk, review_item):
    page = page_of(clerk).fill(review_item, rating="B", comment="一行\r\n二行")
    page.press()

    assert page.press().was_kept
    assert Review.objects.get().history.count() == 1


def test_what_was_submitted_twice_is_said_to_be_there(page, figure):
    page.fill(figure, cell="960").press("submit")

    after = page.press("submit")

    assert after.was_kept
    assert "1件は、すでに提出されています。" in after.messages
    assert stored().state == "submitted"


def test_a_saved_page_sent_again_may_still_be_submitted(page, figure):
    page.fill(figure, cell="960").press()

    page.press("submit")

    assert stored().state == "submitted"


def test_what_came_back_meanwhile_is_seen_before_it_goes_out_again(page, figure):
    page.fill(figure, cell="960").press("submit")
    answers.give_back(stored(), by=a_person("計画担当"), remark="単位は？")

    told = page.press("submit")

    assert page.sent_status == 409
    assert stored().state == "returned"
    assert "単位は？" in told.text(figure)


def test_a_tick_that_was_not_stored_is_not_taken_for_stored(page, figure):
    page.fill(figure, cell="9310", reason="理由").press()

    page.fill(figure, confirmed=True).press()

    assert page.sent_status == 409
