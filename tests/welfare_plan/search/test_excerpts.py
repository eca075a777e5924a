"""The sentence with the hit, the hit marked, and nothing of the text changed."""

from hypothesis import given
from hypothesis import strategies as st

from plans.search.folding import fold
from plans.search.query import words_of
from welfare_plan.search.excerpts import ROOM, excerpt, marked

TEXT = (
    "地域で支え合います。障がいのある人とその家族を支えます。\n"
    "令和12年度までに進めます。"
)


def shown(text, typed):
    """The excerpt with brackets around its hits."""
    pieces = excerpt(text, list(words_of(typed)))
    return "".join(f"[{p['text']}]" if p["hit"] else p["text"] for p in pieces)


def test_the_sentence_with_the_hit_is_shown_as_it_is_printed():
    assert shown(TEXT, "障害") == "[障がい]のある人とその家族を支えます。"


def test_a_year_is_marked_however_it_was_typed():
    assert shown(TEXT, "2030") == "[令和12年度]までに進めます。"


def test_two_words_in_two_sentences_show_both():
    text = "介護の話です。あいだの話です。防災の話です。"

    assert shown(text, "防災 介護") == "[介護]の話です。 … [防災]の話です。"


def test_without_a_hit_the_first_sentence_is_shown():
    assert shown(TEXT, "どこにもない") == "地域で支え合います。"


def test_a_long_sentence_is_cut_around_its_hit():
    text = "あ" * 200 + "介護" + "い" * 200

    short = shown(text, "介護")

    assert short.startswith("…あ")
    assert short.endswith("い…")
    assert "[介護]" in short
    assert len(short) <= ROOM + 4


def test_overlapping_hits_are_one():
    pieces = marked("介護予防", list(words_of("介護予 護予防")))

    assert pieces == [{"text": "介護予防", "hit": True}]


def test_an_empty_text_has_no_excerpt():
    assert excerpt("", ["介護"]) == []


@given(
    st.text("介護防災障がい。！\n・ ab令和12年度", max_size=200),
    st.text("介護防災障がい 2030", max_size=6),
)
def test_marking_changes_no_letter_and_marks_only_hits(text, typed):
    words = list(words_of(typed))

    pieces = marked(text, words)

    assert "".join(piece["text"] for piece in pieces) == text
    for piece in pieces:
        if piece["hit"]:
            assert any(word in fold(piece["text"]) for word in words)
