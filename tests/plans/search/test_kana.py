"""A word in kana alone, as the stored readings may write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.search.kana import as_kana, parts_of, written

WORDS = {"かいご": ["介護"], "よぼう": ["予防"], "ご": ["五"], "かい": ["会", "回"]}


@pytest.mark.parametrize(
    ("typed", "kana"),
    [
        ("かいご", "かいご"),
        ("カイゴ", "かいご"),
        ("ｶｲｺﾞ", "かいご"),
        ("介ご", ""),
        ("か", ""),
        ("かいご2", ""),
    ],
)
def test_only_a_word_in_kana_alone_is_one(typed, kana):
    assert as_kana(typed) == kana


@pytest.mark.parametrize(
    ("kana", "words"),
    [
        ("かいご", ["介護"]),
        ("かいごよぼう", ["介護予防"]),
        ("かい", ["会", "回"]),
        ("かいごの", []),
        ("", []),
    ],
)
def test_the_fewest_readings_win(kana, words):
    assert written(kana, WORDS) == words


@given(st.lists(st.sampled_from(sorted(WORDS)), min_size=1, max_size=4))
def test_what_is_made_of_readings_is_always_written(readings):
    kana = "".join(readings)

    assert written(kana, WORDS)
    assert {one for one in readings if len(one) > 1} <= parts_of(kana)
