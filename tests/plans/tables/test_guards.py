"""No text of ours is run as a formula, and every text comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.tables.guards import guarded, unguarded

DANGEROUS = "=+-@\t\r\n＝＋－＠"
awkward_texts = st.text(st.sampled_from(f"'{DANGEROUS}1a,. あ"), max_size=8)


@pytest.mark.parametrize("first", DANGEROUS)
def test_a_text_that_could_run_gets_a_mark(first):
    assert guarded(f"{first}x") == f"'{first}x"


@pytest.mark.parametrize("text", ["'=1", "''=1", "'+x"])
def test_a_text_that_looks_guarded_gets_one_mark_more(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["-5", "+5", "-1,234.5", "-0.5%", "1-2", "'90年代", ""]
)
def test_numbers_and_harmless_texts_stay(text):
    assert guarded(text) == text


@pytest.mark.parametrize("text", ["-5+cmd", "-1,2", "+81-3", "-5 人", "--5", "-５"])
def test_what_only_begins_like_a_number_gets_a_mark(text):
    assert guarded(text) == f"'{text}"


@given(awkward_texts | st.text())
def test_every_text_comes_back_as_it_was(text):
    assert unguarded(guarded(text)) == text


@given(awkward_texts, awkward_texts)
def test_two_texts_never_become_one(one, other):
    assert (guarded(one) == guarded(other)) == (one == other)


@given(awkward_texts)
def test_nothing_dangerous_is_left_but_plain_numbers(text):
    written = guarded(text)

    is_number = written.lstrip("+-").replace(",", "").replace(".", "").isdigit()
    assert is_number or not written.startswith(tuple(DANGEROUS))
