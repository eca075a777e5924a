"""Whatever the text: places are right, and what differs in form alone is one."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plans.search.folding import fold, folded, pieces, pieces_to_find

texts = st.text(max_size=60)
prose = st.text(
    "介護障害がいこドもボランティアR令和12０年度人、。・ 　\n(）※⁸ｶﾞ取り組み",
    max_size=60,
)


@given(texts | prose)
def test_every_letter_has_a_place_in_the_text_and_they_come_in_order(text):
    form = folded(text)

    assert len(form.text) == len(form.spans)
    assert all(0 <= start < end <= len(text) for start, end in form.spans)
    assert list(form.spans) == sorted(form.spans)


@given(texts | prose)
def test_only_letters_digits_and_single_blanks_are_left(text):
    form = fold(text)

    assert all(
        part and part.isprintable() is not None for part in form.split(" ") if form
    )
    assert all(
        letter == " " or letter.isalnum() or unicodedata.category(letter) == "Co"
        for letter in form
    )


@given(texts | prose)
def test_every_stretch_of_a_text_is_found_by_its_pieces(text):
    form = fold(text)
    for word in form.split():
        for length in (1, 2, 3):
            assert pieces(word[:length]) <= pieces(form)
            assert pieces_to_find(word[:length]) <= pieces(form)


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=40))
def test_full_width_is_half_width(text):
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in text)

    assert fold(wide) == fold(text)


@given(st.text(st.characters(min_codepoint=0x30A1, max_codepoint=0x30F4), max_size=40))
def test_katakana_is_hiragana(text):
    hiragana = "".join(chr(ord(letter) - 0x60) for letter in text)

    assert fold(hiragana) == fold(text)


@given(st.lists(st.sampled_from("介護予防保険会議")), st.sampled_from("・ 　、（「"))
def test_marks_and_blanks_inside_of_a_word_say_nothing(letters, mark):
    assert fold(mark.join(letters)) == fold("".join(letters))
