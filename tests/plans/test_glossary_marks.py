"""Glossary terms are marked in prose, once a section, and never inside a link."""

import pytest

from plans.glossary_marks import with_terms

TERMS = [("福祉", "/g/#a"), ("地域福祉計画", "/g/#b"), ("A&B", "/g/#c")]


def dfn(term, place):
    return f'<dfn class="term"><a href="/g/#{place}">{term}</a></dfn>'


def prose(text):
    return f'<section class="prose">{text}</section>'


def test_a_term_is_marked_where_it_first_stands():
    page = with_terms(prose("<p>福祉と福祉</p><p>福祉</p>"), TERMS)

    assert page == prose(f"<p>{dfn('福祉', 'a')}と福祉</p><p>福祉</p>")


def test_each_section_marks_it_again():
    assert with_terms(prose("福祉") * 2, TERMS).count("<dfn") == 2


def test_the_longest_term_wins():
    page = with_terms(prose("地域福祉計画"), TERMS)

    assert page == prose(dfn("地域福祉計画", "b"))


def test_a_term_is_found_as_it_is_written_in_html():
    assert with_terms(prose("A&amp;B"), TERMS) == prose(dfn("A&amp;B", "c"))


@pytest.mark.parametrize(
    "html",
    [
        "<p>福祉</p>",
        prose('<a href="/"><b>福祉</b></a>'),
        prose("<h2>福祉</h2>"),
        prose("<dfn>福祉</dfn>"),
        prose("<summary>福祉</summary>"),
        prose("<svg><text>福祉</text></svg>"),
        prose('<img alt="福祉">'),
        "<title>福祉</title>",
    ],
    ids=[
        *("no prose", "a link", "a heading", "a definition", "a summary"),
        *("a drawing", "an attribute", "the title"),
    ],
)
def test_nothing_is_marked_elsewhere(html):
    assert with_terms(html, TERMS) == html


def test_what_follows_a_heading_is_marked_again():
    assert "<dfn" in with_terms(prose("<h2>福祉</h2><br><p>福祉</p>"), TERMS)
