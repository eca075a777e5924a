"""Two texts side by side, with what went and what came."""

from hypothesis import given
from hypothesis import strategies as st

from plans.changes.differences import GONE, NEW, SAME, word_differences

SENTENCE = "地域の支え合いを広げます。"


def shown(pieces):
    return [(piece.kind, piece.text) for piece in pieces]


def test_only_the_changed_words_are_marked():
    before, after = word_differences("交流の場を支える", "交流の場を広げる")

    assert (GONE, "支え") in shown(before)
    assert (NEW, "広げ") in shown(after)
    assert before[0].text == after[0].text == "交流の場を"


def test_a_long_stretch_that_stayed_is_shortened_around_the_change():
    old = SENTENCE * 20 + "旧" + SENTENCE * 20

    before, _ = word_differences(old, old.replace("旧", "新"))

    first, changed, last = before
    assert changed.kind == GONE
    assert first.text.startswith("…")
    assert last.text.endswith("…")
    assert len(first.text + last.text) < 50


def test_a_new_text_is_all_new():
    before, after = word_differences("", SENTENCE)

    assert shown(before) == []
    assert shown(after) == [(NEW, SENTENCE)]


texts = st.text(alphabet="あいう福祉。\n", max_size=40)


@given(texts, texts)
def test_the_pieces_of_short_texts_make_up_the_texts(old, new):
    before, after = word_differences(old, new)

    assert "".join(piece.text for piece in before) == old
    assert "".join(piece.text for piece in after) == new
    assert {piece.kind for piece in before} <= {SAME, GONE}
    assert {piece.kind for piece in after} <= {SAME, NEW}
