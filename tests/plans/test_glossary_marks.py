"""Words are marked where they first stand on a page, and never inside a link."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.glossary_marks import any_of, with_terms

TERMS = [
    ("福祉", "/g/#a"),
    ("地域福祉計画", "/g/#b"),
    ("A&B", "/g/#c"),
    ("社協", "/g/#d"),
    ("社会福祉協議会", "/g/#d"),
]


def dfn(term, place):
    return f'<dfn class="term"><a href="/g/#{place}">{term}</a></dfn>'


def page(text):
    return f"<nav>福祉</nav><main id='main'>{text}</main><footer>福祉</footer>"


def test_a_word_is_marked_where_it_first_stands():
    marked = with_terms(page("<p>福祉と福祉</p><table><td>福祉</table>"), TERMS)

    assert marked == page(f"<p>{dfn('福祉', 'a')}と福祉</p><table><td>福祉</table>")


def test_a_word_is_marked_once_however_it_is_written():
    marked = with_terms(page("<p>社協と社会福祉協議会</p>"), TERMS)

    assert marked == page(f"<p>{dfn('社協', 'd')}と社会福祉協議会</p>")


def test_the_longest_word_wins():
    marked = with_terms(page("地域福祉計画"), TERMS)

    assert marked == page(dfn("地域福祉計画", "b"))


def test_of_a_word_given_twice_the_first_counts():
    marked = with_terms(page("福祉"), [*TERMS, ("福祉", "/other/")])

    assert marked == page(dfn("福祉", "a"))


def test_a_word_is_found_as_it_is_written_in_html():
    assert with_terms(page("A&amp;B"), TERMS) == page(dfn("A&amp;B", "c"))


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/"><b>福祉</b></a>',
        "<h2>福祉</h2>",
        "<dl><dt>福祉</dt></dl>",
        "<table><th>福祉</th></table>",
        "<summary>福祉</summary>",
        "<label>福祉</label>",
        "<svg><svg><g></g></svg><text>福祉</text></svg>",
        '<img alt="福祉">',
        '<span class="st st-on"><i>○</i>福祉</span>',
        '<p class="eyebrow"><span>福祉</span></p>',
        "<!-- 福祉 -->",
        "<p><dfn>福祉</dfn>とは。福祉</p>",
        "<p>桶川市社協</p>",
        "<p>柏市社会福祉協議会</p>",
    ],
    ids=[
        *("a link", "a heading", "a name of a value", "a heading of a table"),
        *("a summary", "a label", "a drawing in a drawing", "an attribute"),
        *("a status", "the line above a title", "a comment"),
        *("a page that explains it", "a name", "a long name"),
    ],
)
def test_nothing_is_marked_elsewhere(html):
    assert with_terms(page(html), [TERMS[0], *TERMS[3:]]) == page(html)


@pytest.mark.parametrize(
    "before",
    ["<h2>福祉</h2>", '<a href="/">福祉</a>', "<dl><dt>福祉</dt></dl><br>", "<svg/>"],
    ids=["a heading", "a link", "a name of a value", "an empty element"],
)
def test_what_follows_is_marked_again(before):
    marked = with_terms(page(f"{before}<p>福祉</p>"), TERMS)

    assert marked == page(f"{before}<p>{dfn('福祉', 'a')}</p>")


def test_a_page_without_a_main_part_stays_as_it_is():
    assert with_terms("<p>福祉</p>", TERMS) == "<p>福祉</p>"


def test_of_words_with_one_beginning_the_longest_wins():
    words = ["福", "福祉", "福祉計画", "C", "C++"]
    terms = [(word, f"/g/#{word}") for word in words]

    marked = with_terms(page("福祉計画とC++"), terms)

    assert marked == page(f"{dfn('福祉計画', '福祉計画')}と{dfn('C++', 'C++')}")


@given(st.lists(st.text("福祉+", min_size=1, max_size=3), min_size=2), st.text("福祉+"))
def test_the_words_are_found_as_if_each_was_tried_after_the_other(words, text):
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    plainly = re.compile("|".join(map(re.escape, longest_first)))

    assert re.findall(any_of(longest_first), text) == plainly.findall(text)
