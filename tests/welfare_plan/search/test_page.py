"""The page of the search as a visitor sees it."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.db import connection

from plans.models import Measure, Plan, Reading
from plans.publishing import publishing
from tests import factories
from tests.queries import queries_of
from tests.welfare_plan.search.finding import links
from welfare_plan.search import filters, page

pytestmark = pytest.mark.django_db


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


def test_what_is_offered_is_counted_where_its_link_leads(opened):
    offer = opened(q="介護 鰻", city="柏市").select_one("section .chips a")

    there = opened(**dict(parse_qsl(urlsplit(offer["href"]).query)))

    assert "city=" in offer["href"]
    assert offer.text.split()[1] in there.h1.text


def test_a_reading_of_no_letter_that_can_be_searched_is_left_out(opened):
    with publishing("site"):
        Reading.objects.create(word="\u2ffe", reading="ぬけ")

    assert "見つかりませんでした" in opened(q="ぬけ").text


def test_words_of_any_length_in_kana_make_few_different_queries(client):
    asked = set()

    def remember(execute, sql, params, many, context):
        asked.add(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(remember):
        for length in range(2, 21):
            client.get("/search/", {"q": "ぬ" * (length - 1) + "け"})

    with_readings = {sql for sql in asked if "plans_reading" in sql}
    assert 1 < len(with_readings) <= 6


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
    [
        *(
            "",
            "q=見守り",
            "q=介護+鰻",
            *("q=福&plan=kita-ku&page=2", "q=鰻&city=122173", "q=かいご+鰻&city=柏"),
            "q=柏市+防災",
            "q=2-1",
        ),
        # What finds nothing as it was typed.
        *("q=お年寄り", "q=子育て・介護", "q=かいご", "q=うなぎ", "q=かいご+ぼうさい"),
        *("q=かいご&plan=kita-ku", "q=子育て・介護&plan=kita-ku", "q=うなぎ・鰻"),
    ],
)
def test_a_search_costs_four_queries_at_most(client, query):
    assert queries_of(client, f"/search/?{query}") <= 4


def test_a_place_is_known_as_soon_as_its_plan_is_published(client, opened):
    assert links(opened(q="あさひ市 みほん")) == []

    with publishing("test"):
        plan = factories.a_plan(area_name="あさひ市")
        measure = factories.a_measure(factories.a_policy(plan), title="みほん")

    assert measure.get_absolute_url() in links(opened(q="あさひ市 みほん"))


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
