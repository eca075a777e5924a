"""Two people, one figure: the second is told, sees both versions, loses nothing."""

import pytest

from indicators.models import Observation
from initiatives import answers
from initiatives.models import Review
from tests.staff_records import a_person

pytestmark = pytest.mark.django_db


def stored(item):
    return Observation.objects.get(target=item.target, fiscal_year=2025)


@pytest.fixture
def colleague(department):
    return a_person("担当課", department, last_name="鈴木", first_name="一")


@pytest.fixture
def two_pages(page_of, clerk, colleague, figure):
    return page_of(clerk), page_of(colleague)


def test_the_second_of_two_first_drafts_is_told_and_sees_both(two_pages, figure):
    first, second = two_pages
    first.fill(figure, cell="940", reason="理由").press()

    after = second.fill(figure, cell="958", note="3月末").press()

    assert second.sent_status == 409
    assert stored(figure).value == 940
    text = after.text(figure)
    assert "山田 花さんが" in text
    cells = [c.get_text() for c in after.row(figure).select("tbody tr:first-child > *")]
    assert cells == ["実績", "940", "958"]
    assert after.control(figure, "cell")["value"] == "958"
    assert after.control(figure, "note")["value"] == "3月末"


def test_saving_again_overwrites_knowingly(two_pages, figure):
    first, second = two_pages
    first.fill(figure, cell="940").press()
    told = second.fill(figure, cell="958").press()

    after = told.press()

    assert after.was_kept
    assert stored(figure).value == 958
    assert [row.raw for row in stored(figure).history.all()] == ["958", "940"]


def test_a_third_version_is_reported_again(two_pages, figure):
    first, second = two_pages
    saved = first.fill(figure, cell="940").press()
    told = second.fill(figure, cell="958").press()
    saved.fill(figure, cell="941").press()

    told.press()

    assert told.sent_status == 409
    assert stored(figure).value == 941


def test_the_other_rows_of_the_page_are_saved(page_of, clerk, colleague, more_figures):
    one, other = more_figures(2)
    first, second = page_of(clerk), page_of(colleague)
    first.fill(one, cell="940").press()

    after = second.fill(one, cell="958").fill(other, cell="961").press()

    assert second.sent_status == 409
    assert (stored(one).value, stored(other).value) == (940, 961)
    assert after.control(other, "cell")["value"] == "961"
    assert "1件を下書きに保存しました。" in after.messages


def test_a_row_only_the_other_one_changed_is_no_conflict(
    page_of, clerk, colleague, more_figures
):
    one, other = more_figures(2)
    first, second = page_of(clerk), page_of(colleague)
    first.fill(one, cell="940").press()

    after = second.fill(other, cell="961").press()

    assert after.was_kept
    assert after.control(one, "cell")["value"] == "940"


def test_nobody_submits_what_they_did_not_see(two_pages, figure):
    first, second = two_pages
    first.fill(figure, cell="960").press()

    second.press("submit")

    assert second.sent_status == 409
    assert stored(figure).state == "draft"


def test_what_was_typed_stays_where_the_other_one_submitted(two_pages, figure):
    first, second = two_pages
    first.fill(figure, cell="960").press("submit")

    told = second.fill(figure, cell="970").press()

    assert second.sent_status == 409
    assert "提出を取り下げるか" in told.text(figure)
    again = told.press()
    assert stored(figure).state == "submitted"
    assert again.control(figure, "cell")["value"] == "970"

    back = again.withdraw(figure)
    assert stored(figure).state == "draft"
    assert back.control(figure, "cell")["value"] == "970"
    assert back.press().was_kept
    assert stored(figure).value == 970


def test_a_return_meanwhile_is_a_conflict_too(page, page_of, clerk, figure):
    after = page.fill(figure, cell="960").press("submit")
    answers.give_back(stored(figure), by=a_person("計画担当"), remark="単位は？")

    refused = after.withdraw(figure)

    assert stored(figure).state == "returned"
    assert "もう取り下げられません" in refused.messages


def test_reviews_are_guarded_alike(page_of, clerk, colleague, review_item):
    first, second = page_of(clerk), page_of(colleague)
    first.fill(review_item, rating="B", comment="一人目のことば").press()

    told = second.fill(review_item, rating="C", comment="二人目のことば").press()

    assert second.sent_status == 409
    assert "一人目のことば" in told.text(review_item)
    assert told.control(review_item, "comment").text.strip() == "二人目のことば"
    told.press()
    review = Review.objects.get(initiative=review_item.initiative)
    assert (review.rating, review.comment) == ("C", "二人目のことば")


@pytest.mark.parametrize("version", ["", "new", "x" * 1000, "＊"])
def test_a_version_that_makes_no_sense_overwrites_nothing(page, figure, version):
    after = page.fill(figure, cell="960").press()

    after.fill(figure, cell="970", version=version).press()

    assert after.sent_status == 409
    assert stored(figure).value == 960
