"""Words inside a text: where they stand, and what became of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.note_work.words import NOTHING, Excerpt, changed_words, excerpt


def test_the_words_are_shown_with_what_stands_around_them():
    found = excerpt("関係課による府内連携会議を開きます。", "府内連携会議")

    assert found == Excerpt("関係課による", "府内連携会議", "を開きます。")


def test_a_long_text_is_cut_and_says_so():
    found = excerpt(f"{'あ' * 61}誤記{'い' * 61}", "誤記")

    assert found == Excerpt(f"…{'あ' * 60}", "誤記", f"{'い' * 60}…")


@pytest.mark.parametrize("words", ["", "ない言葉"])
def test_words_that_do_not_stand_there_have_no_excerpt(words):
    assert excerpt("本文です。", words) is None


@pytest.mark.parametrize(
    ("old", "new", "words", "changed"),
    [
        pytest.param(
            "府内連携会議を開く", "庁内連携会議を開く", "府内連携会議",
            ("府内連携会議", "庁内連携会議"), id="words replaced",
        ),
        pytest.param(
            "関速の課、府内の会議", "関連の課、庁内の会議", "府内の会議",
            ("速の課、府内の会議", "連の課、庁内の会議"), id="more than the words",
        ),
        pytest.param("社会 計画", " 計画", "社会", ("社会", NOTHING), id="taken out"),
        pytest.param(
            "環境だとと思うか", "環境だと思うか", "",
            ("と", NOTHING), id="words unknown",
        ),
    ],
)  # fmt: skip
def test_old_and_new_words_are_told(old, new, words, changed):
    assert changed_words(old, new, words) == changed


TEXT = st.text(alphabet="あいう。", max_size=12)


@given(before=TEXT, words=TEXT.filter(bool), after=TEXT, new=TEXT)
def test_replacing_the_words_alone_gives_back_both(before, words, after, new):
    old = f"{before}{words}{after}"
    start = old.find(words)
    replaced = f"{old[:start]}{new}{old[start + len(words) :]}"

    assert changed_words(old, replaced, words) == (words, new or NOTHING)


@given(old=TEXT, new=TEXT, words=TEXT)
def test_the_new_words_in_place_of_the_old_ones_give_the_new_text(old, new, words):
    printed, shown = changed_words(old, new, words)

    shown = "" if shown == NOTHING else shown
    places = [i for i in range(len(old) + 1) if old.startswith(printed, i)]
    assert new in [f"{old[:i]}{shown}{old[i + len(printed) :]}" for i in places]
