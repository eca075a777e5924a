"""A search that finds more than is counted says only what has been seen."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from plans.models import Plan
from plans.presenters import plan_name
from tests.queries import queries_of
from tests.welfare_plan.search.finding import links
from welfare_plan.search import filters, page
from welfare_plan.search.kinds import KINDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def only_counted(monkeypatch):
    """Has a search count so many hits at most."""

    def count(number):
        monkeypatch.setattr(page.query, "MOST_COUNTED", number)

    return count


def test_more_than_are_counted_are_said_to_be_more(opened, only_counted):
    only_counted(5)

    soup = opened(q="福")

    assert "5件以上" in soup.h1.text
    assert len(links(soup)) == page.ROWS
    assert soup.select(".chips b") == []


@pytest.mark.parametrize("chosen", [{"plan": "kita-ku"}, {"kind": "window"}])
def test_what_a_filter_leaves_is_not_said_to_be_as_many(opened, only_counted, chosen):
    exactly = opened(q="福祉", **chosen).h1.text
    only_counted(1)

    assert opened(q="福祉", **chosen).h1.text == exactly
    assert "以上" not in exactly


def test_of_many_that_a_filter_leaves_as_many_are_said_as_were_seen(
    opened, only_counted
):
    only_counted(5)

    assert "（21件以上）" in opened(q="地域", kind="activity").h1.text
    assert "（41件以上）" in opened(q="地域", kind="activity", page="2").h1.text


def test_a_filter_that_leaves_nothing_is_not_taken_for_a_word_of_no_plan(
    opened, only_counted
):
    only_counted(5)

    said = opened(q="フレイル", kind="department")

    assert "（0件）" in said.h1.text
    assert (
        "種類と計画の絞り込みを外すと、公開しているすべての計画から5件以上見つかります。"
        in said.text
    )


@pytest.mark.parametrize("chosen", [{}, {"kind": "activity"}, {"plan": "kita-ku"}])
def test_a_page_after_the_last_leads_to_the_first(opened, only_counted, chosen):
    only_counted(5)

    after = opened(q="地域", page="900", **chosen)

    assert "このページに検索結果はありません" in after.text
    first, *everywhere = after.select("main .go")
    assert len(everywhere) == len(chosen)
    query = dict(parse_qsl(urlsplit(first["href"]).query))
    assert links(opened(**query)) == links(opened(q="地域", **chosen))
    assert links(opened(**query))


def test_so_it_does_where_a_filter_leaves_nothing_at_all(opened, only_counted):
    only_counted(5)

    after = opened(q="フレイル", kind="department", page="2")

    assert after.find("a", string="すべての計画と種類から見る")


def test_each_kind_on_the_page_is_offered_though_none_of_it_was_counted(
    opened, only_counted
):
    only_counted(1)

    soup = opened(q="福祉")

    shown = {heading.find(string=True).strip() for heading in soup.select("main h2")}
    offered = {link.find(string=True).strip() for link in soup.select(".chips a")}
    assert len(shown & set(KINDS.values())) > 1
    assert shown & set(KINDS.values()) <= offered


def test_so_is_each_plan_on_the_page(opened, only_counted):
    only_counted(1)

    soup = opened(q="福祉")

    lines = [line.text.replace("\n", "") for line in soup.select(".results .small")]
    names = {plan_name(plan) for plan in Plan.objects.all()}
    shown = {name for name in names if any(name in line for line in lines)}
    offered = {link.find(string=True).strip() for link in soup.select(".chips a")}
    assert len(shown) > 1
    assert shown <= offered
    assert "ほかの計画にもあることがあります。" in soup.text


def test_how_many_plans_are_left_is_said_only_where_all_were_counted(
    opened, only_counted, monkeypatch
):
    monkeypatch.setattr(filters, "MOST_PLANS", 2)
    assert "ほかに5の計画にあります。" in opened(q="福").text

    only_counted(50)
    said = opened(q="福").text
    assert "ほかの計画にもあることがあります。" in said
    assert "ほかに" not in said.replace("ほかの", "")


@pytest.mark.parametrize(
    "typed", ["福", "地域", "柏市 福", "福祉 地域", "しみん", "お年寄り", "福祉・相談"]
)
@pytest.mark.parametrize("chosen", ["", "&plan=kita-ku", "&plan=nowhere"])
@pytest.mark.parametrize("number", [1, 2, 900])
def test_a_large_search_costs_four_queries_at_most(
    client, only_counted, typed, chosen, number
):
    for counted in (5, 20):
        only_counted(counted)
        assert queries_of(client, f"/search/?q={typed}{chosen}&page={number}") <= 4


def test_a_word_that_is_offered_instead_says_that_it_finds_more_than_are_counted(
    opened, only_counted
):
    only_counted(5)

    offers = opened(q="介護 鰻").select("section .chips a")

    assert [offer.text.split() for offer in offers] == [["介護", "5件以上"]]
