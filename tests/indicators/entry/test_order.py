"""What is to do stands first, and every link leads to where the row is."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from initiatives.models import Review
from tests.staff_records import a_person, client_of
from tests.value_records import a_publication, an_observation

pytestmark = pytest.mark.django_db


def cards(page):
    return [card["id"].removeprefix("item-") for card in page.soup.select(".entry")]


def answered(item, state):
    return an_observation(target=item.target, value=960, state=state)


def test_what_came_back_and_what_is_to_do_stand_before_what_is_done(
    page_of, clerk, more_figures
):
    public, sent, missing, returned, draft = items = more_figures(5)
    for item, state in ((public, "published"), (sent, "submitted")):
        answered(item, state)
    answered(returned, "returned")
    answered(draft, "draft")

    shown = cards(page_of(clerk))

    assert shown == [str(x.pk) for x in (returned, missing, draft, public, sent)]
    home = BeautifulSoup(
        client_of(clerk).get(reverse("my-figures")).content, "html.parser"
    )
    links = [a["href"].rpartition("-")[2] for a in home.select(".asked a")]
    assert links == shown
    assert len(items) == len(shown)


def test_a_public_value_of_a_later_page_can_be_corrected(page_of, clerk, more_figures):
    last = more_figures(22)[-1]
    a_publication(answered(last, "published"), value=960)
    page = page_of(clerk, query="?page=2")

    after = page.correct(last)

    assert after.control(last, "cell")
    assert page.led_to.endswith(f"#item-{last.pk}")


def test_a_page_that_is_no_more_shows_the_last_one(page_of, clerk, more_figures):
    more_figures(21)

    page = page_of(clerk, query="?page=9")

    assert len(cards(page)) == 1
    assert "全2ページの2ページ目" in page.soup.text


def test_who_has_no_department_is_told_whom_to_ask():
    text = client_of(a_person("担当課")).get(reverse("my-figures")).content.decode()

    assert "所属の課が、まだ登録されていません。" in text
    assert "いま答える照会はありません。" not in text


def test_a_public_review_says_who_can_mend_it(page_of, clerk, review_item):
    Review.objects.create(
        plan=review_item.initiative.plan,
        initiative=review_item.initiative,
        fiscal_year=2025,
        rating="B",
        comment="ことば",
        state="published",
    )

    shown = page_of(clerk).text(review_item)

    assert "公開されています。直したいときは、計画担当に知らせてください。" in shown
