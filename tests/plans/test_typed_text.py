"""What typed text is made into before it is read, and what never gets that far."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.typed_text import (
    TypedTextError,
    is_blank,
    one_form,
    quoted,
    refuse_rubbish,
)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("７９０　人", "790 人"),
        ("  790 \u00a0 人\n", "790 人"),
        ("79\u200b0\ufeff", "790"),
        ("ｱ㎡％", "アm2%"),
        ("…‥", "⋯⋯"),
        ("", ""),
    ],
)
def test_text_comes_into_one_form(text, form):
    assert one_form(text) == form


@given(st.text(max_size=30))
def test_what_has_its_form_keeps_it(text):
    form = one_form(text)

    assert one_form(form) == form
    assert is_blank(text) <= (form == "")


@pytest.mark.parametrize("text", ["", " ", "　", "\u00a0\n\t", "\u200b\ufeff"])
def test_what_does_not_show_is_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "-", "。", "\u3164."])
def test_what_shows_is_not_blank(text):
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("30\n40", "several_lines"),
        ("30\r\n40", "several_lines"),
        ("30\u202840", "several_lines"),
        ("1\t234", "several_lines"),
        ("9\x0058", "hidden_character"),
        ("\x1b$B", "hidden_character"),
        ("9\u202e58", "hidden_character"),
        ("\ue000", "hidden_character"),
        ("\ud800", "hidden_character"),
        ("①958", "disguised_digit"),
        ("㉑", "disguised_digit"),
        ("⑴", "disguised_digit"),
        ("⒈", "disguised_digit"),
        ("½", "disguised_digit"),
        ("10₂", "disguised_digit"),
        ("㋀", "disguised_digit"),
    ],
)
def test_rubbish_is_refused_by_what_it_is(text, code):
    with pytest.raises(TypedTextError) as caught:
        refuse_rubbish(text)

    assert caught.value.code == code


@pytest.mark.parametrize("text", ["790", "７９０", "100㎡", "㋿5年度", "\n790\u200b\n"])
def test_what_people_type_is_not_refused(text):
    refuse_rubbish(text)


@given(st.text(max_size=30))
def test_no_digit_appears_that_was_not_there(text):
    try:
        refuse_rubbish(text)
    except TypedTextError:
        return

    seen = [
        c for c in text if unicodedata.normalize("NFKC", c)[:1] in set("0123456789")
    ]
    assert all(unicodedata.category(c) == "Nd" for c in seen)


def test_a_quotation_is_cut_short_and_put_in_one_line():
    assert quoted("あ\nい") == "「あ い」"
    assert quoted("あ" * 21) == f"「{'あ' * 20}…」"
