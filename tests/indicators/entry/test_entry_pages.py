"""What the two screens show, and what they cost."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from tests.factories import a_target
from tests.queries import queries_of
from tests.staff_records import a_department, a_person, a_round, an_item
from tests.value_records import a_publication, an_observation

pytestmark = pytest.mark.django_db


def facts_of(page, item):
    return {
        fig.dt.get_text(): fig.dd.get_text() for fig in page.row(item).select(".fig")
    }


def test_a_figure_shows_last_year_the_expected_value_and_the_goal(
    page_of, clerk, figure
):
    an_observation(target=figure.target, fiscal_year=2024, value=931, state="approved")

    page = page_of(clerk)

    assert facts_of(page, figure) == {
        "前年度（令和6年度）の実績": "931人／年（承認済み）",
        "令和7年度の目安": "960人／年",
        "目標（令和12年度）": "1,100人／年",
    }


def test_what_was_published_of_last_year_counts(page_of, clerk, figure):
    last = an_observation(target=figure.target, fiscal_year=2024, value=935)
    a_publication(last, value=931, provisional=True)

    page = page_of(clerk)

    shown = facts_of(page, figure)["前年度（令和6年度）の実績"]
    assert shown == "931人／年（速報・公開）"


def test_an_untouched_page_scolds_nobody(page, figure):
    assert page.summary == []
    assert page.errors(figure) == []
    assert "未入力" in page.text(figure)
    assert "1件を提出する" in page.soup.text


def test_my_own_figures_stand_before_those_of_the_department(
    page_of, clerk, figure, more_figures
):
    (mine,) = more_figures(1)
    mine.person = clerk
    mine.save()

    page = page_of(clerk)

    assert [card["id"] for card in page.soup.select(".entry")] == [
        f"item-{mine.pk}",
        f"item-{figure.pk}",
    ]


def test_the_page_can_be_narrowed_to_a_state(page_of, clerk, more_figures):
    first, second = more_figures(2)
    page_of(clerk).fill(first, cell="960").press("submit")

    page = page_of(clerk, query="?state=todo")

    assert (page.row(first), bool(page.row(second))) == (None, True)
    assert "これから提出（1件）" in page.soup.text
    page.fill(second, cell="961").press()
    assert "state=todo" in page.soup.select_one("main form")["action"]


def test_saving_can_go_on_to_the_next_page(page_of, clerk, more_figures):
    items = more_figures(21)
    page = page_of(clerk)
    assert page.row(items[20]) is None

    after = page.fill(items[0], cell="960").press("next")

    assert after.row(items[20])
    assert "全2ページの2ページ目" in after.soup.text


@pytest.mark.parametrize("query", ["?page=99", "?page=x&state=x", "?correct=x"])
def test_an_odd_address_still_opens(page_of, clerk, figure, query):
    assert page_of(clerk, query=query).status == 200


@pytest.fixture
def overview(client, clerk):
    def open_it():
        client.force_login(clerk)
        return BeautifulSoup(client.get(reverse("my-figures")).content, "html.parser")

    return open_it


def test_my_figures_say_what_is_left_and_until_when(overview, figure, review_item):
    main = overview().main

    assert "あと12日です。" in main.text
    assert "残り2件（未入力2件）" in main.get_text("", strip=True)
    assert "取組目標 2-1" in main.text
    button = main.select_one("a.btn")
    assert button["href"] == reverse("figures-entry", args=[figure.round_id])


def test_my_figures_name_rounds_that_wait_and_that_ended(
    overview, department, round_, figure
):
    tomorrow = timezone.localdate() + timedelta(days=1)
    waiting = a_round(
        department.publisher, fiscal_year=2026, opens_on=tomorrow, due_on=tomorrow
    )
    an_item(waiting, target=a_target(), department=department)
    round_.closed_at = timezone.now()
    round_.save()

    main = overview().main

    assert "令和8年度の照会は、" in main.text
    assert "終わった照会" in main.text
    assert "いま答える照会はありません。" in main.text


def test_nobody_sees_the_figures_of_others(client, figure):
    client.force_login(a_person("担当課", a_department()))

    page = client.get(reverse("my-figures"))

    assert figure.target.name not in page.content.decode()


def test_pages_cost_the_same_however_many_rows_there_are(
    client, clerk, round_, department, figure, review_item, more_figures
):
    client.force_login(clerk)
    addresses = [reverse("figures-entry", args=[round_.pk]), reverse("my-figures")]
    an_observation(target=figure.target, raw="940")
    few = [queries_of(client, address) for address in addresses]

    for item in more_figures(15):
        last = an_observation(target=item.target, fiscal_year=2024, value=931)
        a_publication(last)
        an_observation(target=item.target, value=9310, raw="9310")

    assert [queries_of(client, address) for address in addresses] == few
    assert few[0] <= 16
    assert few[1] <= 10
