"""The page of the search as a visitor sees it."""

import pytest
from bs4 import BeautifulSoup

from plans.models import Measure, Plan
from plans.presenters import plan_name
from plans.publishing import publishing
from tests import factories
from tests.queries import queries_of
from welfare_plan.search import filters, page
from welfare_plan.search.kinds import KINDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(client):
    def open_(**query):
        response = client.get("/search/", query)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return open_


def links(soup):
    return [link["href"] for link in soup.select(".results h3 a")]


def test_the_title_and_the_heading_say_the_query_and_the_count(opened):
    soup = opened(q="見守り")

    assert soup.title.text.startswith("「見守り」の検索結果（")
    assert "件）" in soup.title.text
    assert soup.h1.text.startswith("「見守り」の検索結果")
    assert soup.select_one("#q")["value"] == "見守り"


def test_a_hit_stands_marked_in_its_sentence_beside_its_plan_and_level(opened):
    soup = opened(q="防災")

    first = soup.select_one(".results li")
    assert first.h3.a["href"] == "/plans/kashiwa-chiiki-fukushi/measures/4-1/"
    assert first.mark.text == "防災"
    assert first.select_one(".tag").text == "基本施策"
    assert "柏市地域福祉計画 › 基本方針 4 › 基本施策 1" in first.p.text


def test_measures_come_before_activities_and_notes(opened):
    headings = [h.get_text() for h in opened(q="地域").select("main h2")]
    kinds = [heading.partition("（")[0] for heading in headings]

    assert kinds[:2] == ["計画", "施策"]


def test_filters_tell_how_many_each_leaves_and_keep_the_query(opened):
    soup = opened(q="見守り")

    options = {a.get_text(" ", strip=True): a["href"] for a in soup.select(".chips a")}
    name, href = next((t, h) for t, h in options.items() if t.startswith("桶川"))
    narrowed = opened(q="見守り", plan="okegawa-shakyo-6")
    assert href.endswith("&plan=okegawa-shakyo-6")
    assert name.endswith(f" {len(links(narrowed))}件")
    assert all("okegawa" in link for link in links(narrowed))
    assert narrowed.select_one("details[open] [aria-current]").text.startswith("桶川")


def test_both_filters_work_together(opened):
    soup = opened(q="見守り", plan="okegawa-shakyo-6", kind="activity")

    home = "/plans/okegawa-shakyo-6/initiatives"
    assert links(soup) == [f"{home}/1-2-1/#activity--1-2-1-1"]


def test_a_filter_that_leaves_nothing_offers_the_way_out(opened):
    soup = opened(q="見守り", kind="note")

    assert "絞り込みを外すと" in soup.main.text
    assert soup.select_one("main section .go")["href"].startswith("/search/?q=")


@pytest.mark.parametrize(
    "query",
    [
        {"plan": "no-such-plan"},
        {"kind": "no-such-kind"},
        {"page": "99999999"},
        {"page": "-1"},
        {"page": "x"},
        {"plan": "\0", "kind": "\0", "page": "\0"},
    ],
)
def test_wrong_parameters_lose_neither_the_query_nor_the_results(opened, query):
    soup = opened(q="見守り", **query)

    assert soup.select_one("#q")["value"] == "見守り"
    assert links(soup)


@pytest.mark.parametrize("query", ["！？・", "\0", "'", '"', "%", "_", "\\", "\ue068"])
def test_marks_alone_find_nothing_and_break_nothing(opened, query):
    soup = opened(q=query)

    assert "記号だけではさがせません" in soup.text or not query.strip("\0")


def test_a_draft_that_is_asked_for_is_as_unknown_as_any(opened):
    factories.a_plan(slug="secret", state="draft", title="ひみつの計画")

    soup = opened(q="見守り", plan="secret")

    assert "その計画は見つからないため" in soup.text
    assert "ひみつ" not in soup.text


def test_words_that_are_too_many_are_named(opened):
    soup = opened(q="地 域 福 祉 の を に は 市 と 鰻")

    said = "一度にさがせるのは、10の言葉までです。「鰻」は、さがしていません。"
    assert said in soup.text
    assert links(soup)


def test_long_queries_are_cut_and_it_is_said(opened):
    soup = opened(q="あ" * 101)

    assert len(soup.select_one("#q")["value"]) == 100
    assert "はじめの100文字" in soup.text


def test_what_is_typed_is_never_markup(client):
    response = client.get("/search/", {"q": "<script>alert(1)</script>"})

    assert "<script>" not in response.content.decode()


def test_without_a_query_there_are_examples(opened):
    soup = opened()

    examples = [link["href"] for link in soup.select(".panel .chips a")]
    assert len(examples) >= 5
    assert all(links(opened(q=link.text)) for link in soup.select(".panel .chips a"))


def test_nothing_found_offers_each_word_alone(opened):
    soup = opened(q="介護 鰻")

    assert "見つかりませんでした" in soup.text
    offers = soup.select("section .chips a")
    assert [offer.text.split()[0] for offer in offers] == ["介護"]
    assert links(opened(q="介護"))


def test_nothing_found_for_a_long_word_offers_its_parts(opened):
    offers = opened(q="介護予防教室").select("section .chips a")

    assert [offer.text.split()[0] for offer in offers] == ["介護", "予防", "教室"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("どうしたらよかったのか", []),
        ("子育てと介護", ["子育て", "介護"]),
        ("子育て・介護", ["子育て", "介護"]),
    ],
)
def test_only_words_are_offered_never_endings_of_verbs(opened, typed, offered):
    offers = opened(q=typed).select("section .chips a")

    assert [offer.text.split()[0] for offer in offers] == offered


def test_who_finds_nothing_is_led_to_help_first(opened):
    ways = opened(q="鰻").select(".ways a")

    assert ways[0]["href"] == "/consult/"
    assert "/how-we-judge/" in [way["href"] for way in ways]


def test_pages_follow_one_another_without_a_gap(opened, monkeypatch):
    whole = _all_links(opened, monkeypatch, 1000)

    assert _all_links(opened, monkeypatch, 7) == whole
    assert len(whole) > 14


def _all_links(opened, monkeypatch, rows):
    monkeypatch.setattr(page, "ROWS", rows)
    found, number = [], 1
    while True:
        soup = opened(q="見守り", page=str(number))
        found += links(soup)
        if not soup.select("[rel=next]"):
            return found
        number += 1


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
    assert "絞り込みを外すと、5件以上見つかります。" in said.text


def test_after_the_last_page_stands_the_first(opened, only_counted):
    first = links(opened(q="福"))
    only_counted(5)

    assert links(opened(q="福", page="900")) == first


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


def test_many_plans_are_not_all_offered(opened):
    with publishing("test"):
        for _ in range(filters.MOST_PLANS + 3):
            policy = factories.a_policy(factories.a_plan())
            factories.a_measure(policy, title="みほんの施策")

    soup = opened(q="みほんの施策")

    assert len(soup.select("details .chips a")) == filters.MOST_PLANS + 1
    assert "ほかに3の計画にあります" in soup.text


@pytest.mark.parametrize(
    "query",
    ["", "q=見守り", "q=介護+鰻", "q=福&plan=kita-ku&page=2", "q=柏市+防災", "q=2-1"],
)
def test_a_search_costs_four_queries_at_most(client, query):
    assert queries_of(client, f"/search/?{query}") <= 4


@pytest.mark.parametrize(
    ("query", "most"),
    [("お年寄り", 5), ("子育て・介護", 5), ("かいご", 6), ("うなぎ", 5)],
)
def test_other_words_cost_two_queries_more_where_nothing_was_found(client, query, most):
    assert queries_of(client, f"/search/?q={query}") <= most


def test_a_page_after_the_last_of_a_large_search_costs_one_more(client, only_counted):
    only_counted(5)

    assert queries_of(client, "/search/?q=福&page=2") <= 4
    assert queries_of(client, "/search/?q=福&page=900") <= 5


def test_the_cost_does_not_grow_with_the_results(client):
    with publishing("test"):
        factories.a_measure(title="みほん")
    before = queries_of(client, "/search/?q=みほん")
    with publishing("test"):
        for _ in range(5):
            factories.a_measure(title="みほん")

    assert Measure.objects.filter(title="みほん").count() == 6
    assert queries_of(client, "/search/?q=みほん") == before


def test_every_page_has_the_search_in_its_head_and_the_search_has_one_form(client):
    for address in ("/", Plan.objects.first().get_absolute_url(), "/search/"):
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        forms = soup.select("form[role=search]")
        assert [form["action"] for form in forms] == ["/search/"]
        assert soup.select_one(f"label[for={forms[0].input['id']}]")


def test_no_session_and_no_cookie(client):
    assert client.get("/search/?q=介護").cookies == {}
