"""Readings in the markup of a page: where they go, where never, and the links."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from plans.furigana.markup import with_furigana
from plans.furigana.matching import Matcher

MATCHER = Matcher(
    [
        ("市", "し", ""),
        ("福祉", "ふくし", ""),
        ("人", "ひと", ""),
        ("人", "にん", "number"),
    ]
)
RUBY = "<ruby>市<rp>（</rp><rt>し</rt><rp>）</rp></ruby>"


def changed(html):
    return with_furigana(html, MATCHER)


def test_a_text_gets_its_readings():
    assert changed("<p>この市</p>") == f"<p><ruby-text>この{RUBY}</ruby-text></p>"


@pytest.mark.parametrize(
    "html",
    [
        "<title>市</title>",
        '<script type="a">"市"</script>',
        "<style>/* 市 */</style>",
        "<textarea>市</textarea>",
        "<select><option>市</option></select>",
        "<svg><title>市</title><text>市</text></svg>",
        "<code>市</code>",
        "<ruby>市<rt>いち</rt></ruby>",
        '<input value="市"><img alt="市">',
        "<!-- 市 -->",
        "<!DOCTYPE html>",
    ],
)
def test_nothing_is_put_where_it_may_not_stand(html):
    assert changed(html) == html


def test_what_follows_such_a_place_is_read_again():
    assert RUBY in changed("<svg><svg>市</svg>市</svg><p>市</p>")


@pytest.mark.parametrize(
    ("html", "reading"),
    [("<b>8</b>人", "にん"), ("<td>8</td><td>人</td>", "ひと")],
    ids=["in one line", "in two cells"],
)
def test_a_number_counts_across_tags_of_one_line(html, reading):
    assert f"<rt>{reading}</rt>" in changed(html)


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/plans/a/", "/plans/a/?furigana=1"),
        (
            "/plans/a/?year=R7&amp;x=1#top",
            "/plans/a/?year=R7&amp;x=1&amp;furigana=1#top",
        ),
        ("?page=2", "?page=2&amp;furigana=1"),
        ("/a/?furigana=0", "/a/?furigana=1"),
        ("/#plans", "/?furigana=1#plans"),
        ("#main", "#main"),
        ("/staff/", "/staff/"),
        ("/admin/plans/", "/admin/plans/"),
        ("/feed.atom", "/feed.atom"),
        ("/data/targets.csv", "/data/targets.csv"),
        ("/static/x/", "/static/x/"),
        ("https://example.jp/", "https://example.jp/"),
        ("//example.jp/", "//example.jp/"),
        ("mailto:a@example.jp", "mailto:a@example.jp"),
        ("tel:0471", "tel:0471"),
    ],
)
def test_links_to_our_pages_carry_the_parameter(href, expected):
    assert changed(f'<a class="x" href="{href}">') == f'<a class="x" href="{expected}">'


def test_the_switch_keeps_its_address():
    html = '<a data-plain href="/plans/">'

    assert changed(html) == html


@pytest.mark.parametrize(
    ("form", "has_field"),
    [
        ("<form>", True),
        ('<form method="get" action="/search/">', True),
        ('<form method="post">', False),
        ('<form method="get" action="/staff/">', False),
    ],
)
def test_forms_that_ask_for_a_page_send_the_parameter(form, has_field):
    field = '<input type="hidden" name="furigana" value="1">'

    assert (field in changed(form)) is has_field


def test_the_label_of_a_cell_becomes_a_text_that_can_be_read():
    soup = BeautifulSoup(changed('<td data-l="福祉">1</td>'), "html.parser")

    label = soup.select_one(".cell-label")
    assert (soup.td["data-l"], label["aria-hidden"]) == ("", "true")
    assert label.rt.text == "ふくし"


HTML = st.lists(
    st.sampled_from(
        [
            *("市", "福祉", "8", "人", "の", " ", "&amp;", "&#39;"),
            *("<p>", "</p>", "<b>", "</b>", "<br>", '<a href="/x/">', "</a>"),
            *("<svg>", "</svg>", "<ruby>市<rt>し</rt></ruby>"),
        ]
    ),
    max_size=20,
).map("".join)


@given(HTML)
def test_without_its_readings_the_page_is_as_before(html):
    page = changed(html)

    page = page.replace("<ruby-text>", "").replace("</ruby-text>", "")
    own = r"<ruby>([^<]*)<rp>（</rp><rt>[^<]*</rt><rp>）</rp></ruby>"
    page = re.sub(own, r"\1", page).replace("?furigana=1", "")
    assert page == html


@given(HTML)
def test_no_ruby_stands_in_another_one(html):
    assert not BeautifulSoup(changed(html), "html.parser").select("ruby ruby")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (
            "この<mark>福</mark>祉",
            "この<ruby><mark>福</mark>祉<rp>（</rp><rt>ふくし</rt><rp>）</rp></ruby>",
        ),
        (
            "<mark>市福</mark>祉",
            (
                "<ruby><mark>市</mark><rp>（</rp><rt>し</rt><rp>）</rp></ruby>"
                "<ruby><mark>福</mark>祉<rp>（</rp><rt>ふくし</rt><rp>）</rp></ruby>"
            ),
        ),
        (
            "<mark>8</mark>人の<mark>と</mark>",
            (
                "<mark>8</mark><ruby>人<rp>（</rp><rt>にん</rt><rp>）</rp></ruby>"
                "の<mark>と</mark>"
            ),
        ),
    ],
    ids=["a part of a word", "two words", "beside words"],
)
def test_a_hit_of_a_search_takes_no_reading_away(html, shown):
    assert changed(f"<p>{html}</p>") == f"<p><ruby-text>{shown}</ruby-text></p>"


@given(
    st.lists(
        st.tuples(st.sampled_from(["福", "祉", "市", "8", "人", "の"]), st.booleans())
    )
)
def test_marks_stand_on_the_same_letters_with_and_without_readings(letters):
    html = "".join(f"<mark>{one}</mark>" if hit else one for one, hit in letters)

    soup = BeautifulSoup(changed(f"<p>{html}</p>"), "html.parser")
    for reading in soup.select("rt, rp"):
        reading.decompose()

    assert "".join(mark.text for mark in soup.select("mark")) == "".join(
        one for one, hit in letters if hit
    )
    assert soup.text == "".join(one for one, _ in letters)
