"""What the page says of the words: other words for them, and what it did with years."""

import pytest
from bs4 import BeautifulSoup

from plans.publishing import publishing
from tests import factories
from tests.plans.records import a_reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(client):
    def open_(**query):
        response = client.get("/search/", query)
        return BeautifulSoup(response.content, "html.parser")

    return open_


def said(soup):
    return [sentence.text for sentence in soup.select(".head p")]


def hits(soup):
    return [link.text for link in soup.select(".results h3 a")]


@pytest.fixture
def written():
    with publishing("test"):
        factories.a_measure(title="鰹を釣る")
        a_reading(word="鰹", reading="かつお")


@pytest.mark.parametrize("typed", ["かつお", "カツオ"])
def test_a_reading_finds_the_kanji_where_nothing_else_is_found(opened, written, typed):
    soup = opened(q=typed)

    assert hits(soup) == ["鰹を釣る"]
    assert soup.select_one(".results mark").text == "鰹"
    assert said(soup) == [f"「{typed}」では見つからないため、「鰹」でもさがしました。"]


def test_a_word_that_is_printed_in_kana_stands_for_itself(opened, written):
    with publishing("test"):
        factories.a_measure(title="かつおぶし")

    soup = opened(q="かつお")

    assert hits(soup) == ["かつおぶし"]
    assert said(soup) == []


def test_a_neighbour_is_named_where_it_was_searched_for(opened):
    soup = opened(q="お年寄り")

    assert hits(soup)
    assert said(soup) == [
        "「お年寄り」では見つからないため、「高齢者」「シニア」でもさがしました。"
    ]


def test_two_words_with_a_dot_between_are_searched_for_together(opened):
    with publishing("test"):
        factories.a_measure(title="鰻と鯰を釣る")
        factories.a_measure(title="鰻だけを釣る")

    assert hits(opened(q="鰻・鯰")) == ["鰻と鯰を釣る"]


def test_a_bare_year_is_one_of_reiwa_and_it_is_said(opened):
    soup = opened(q="12年度")

    assert said(soup) == ["「12年度」は、令和12年度としてさがしました。"]
    assert hits(soup) == hits(opened(q="令和12年度"))


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("進捗率", "/how-we-judge/"),
        ("判定の見方", "/how-we-judge/"),
        ("使い方", "/about/"),
        ("お金に困った", "/consult/"),
        ("用語集", "/glossary/"),
        ("予算", "/about/"),
    ],
)
def test_pages_of_the_site_are_found(opened, typed, address):
    found = [
        link["href"] for link in opened(q=typed).select(".site-pages :not(dfn) > a")
    ]

    assert found == [address]


@pytest.mark.parametrize("query", [{"q": "地域"}, {"q": "相談", "kind": "measure"}])
def test_they_do_not_stand_where_they_do_not_belong(opened, query):
    assert opened(**query).select(".site-pages") == []
