"""Japanese text in lines: nothing is lost, nothing sticks out, no sign stands alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.embed.wrapping import width_of, wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("短い。", 10, ["短い。"]),
        ("あいうえおかきくけこ", 5, ["あいうえお", "かきくけこ"]),
        ("あいうえお。かき", 5, ["あいうえ", "お。かき"]),
        ("あいうえ「かき」", 5, ["あいうえ", "「かき」"]),
        ("実績は1,234件です", 5, ["実績は", "1,234件", "です"]),
        ("サービスをつかう", 3, ["サービ", "スをつ", "かう"]),
        ("あサービス", 2, ["あ", "サー", "ビス"]),
        ("あい（うえ）お", 3, ["あい", "（う", "え）お"]),
        ("一\n二　三", 9, ["一 二 三"]),
        ("abcdefghijkl", 4, ["abcdef", "ghijkl"]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text, width, lines):
    assert wrapped(text, width) == lines


@given(st.text(st.sampled_from("あ漢、。「」（）ーっ12a,% \n　"), max_size=40))
def test_no_character_is_lost_and_no_line_is_too_long(text):
    lines = wrapped(text, 6)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert [line for line in lines if width_of(line) > 6] == []


@given(st.text(st.sampled_from("あ漢い、。"), max_size=40))
def test_no_line_begins_with_a_full_stop_where_there_is_room(text):
    has_long_run = any(run in text for run in ("、、", "。。", "、。", "。、"))

    starts = [line[0] for line in wrapped(f"始{text}", 6)]

    assert has_long_run or not {"、", "。"} & set(starts)
