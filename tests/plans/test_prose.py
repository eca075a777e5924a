"""Plain text of a plan as paragraphs and lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.prose import blocks, lines

texts = st.lists(
    st.sampled_from(["", " ", "　", "・", "・見守り", "☆相談", "支え合い", "  字下げ"])
).map("\n".join)


def paragraph(*texts):
    return {"is_list": False, "lines": list(texts)}


def bullets(*texts):
    return {"is_list": True, "lines": list(texts)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("\n \n\n　\n", [], id="blank lines alone"),
        pytest.param("支え合い", [paragraph("支え合い")], id="one paragraph"),
        pytest.param(
            "一行目\n二行目", [paragraph("一行目", "二行目")], id="line break"
        ),
        pytest.param("一\n\n二", [paragraph("一"), paragraph("二")], id="blank line"),
        pytest.param(
            "一\n\n\n\n二", [paragraph("一"), paragraph("二")], id="many blank"
        ),
        pytest.param("一\n　\n二", [paragraph("一"), paragraph("二")], id="wide space"),
        pytest.param("一\n \n二", [paragraph("一"), paragraph("二")], id="spaces"),
        pytest.param(
            "一\r\n\r\n二", [paragraph("一"), paragraph("二")], id="Windows line breaks"
        ),
        pytest.param("・見守り\n・相談", [bullets("見守り", "相談")], id="list"),
        pytest.param("・ 見守り", [bullets("見守り")], id="space after the mark"),
        pytest.param("　・見守り", [bullets("見守り")], id="indented list"),
        pytest.param("☆相談\n・見守り", [bullets("相談", "見守り")], id="stars"),
        pytest.param(
            "次のとおり\n・見守り\n以上",
            [paragraph("次のとおり"), bullets("見守り"), paragraph("以上")],
            id="list inside a paragraph",
        ),
        pytest.param(
            "・見守り\n\n・相談",
            [bullets("見守り"), bullets("相談")],
            id="two lists",
        ),
        pytest.param(
            "見守り・相談", [paragraph("見守り・相談")], id="mark inside a line"
        ),
        pytest.param("・・・", [bullets("・・")], id="only the first mark goes"),
    ],
)
def test_text_becomes_paragraphs_and_lists(text, found):
    assert blocks(text) == found


@given(texts)
def test_no_line_is_lost_and_none_changes_its_place(text):
    shown = [line for block in blocks(text) for line in block["lines"]]

    assert len(shown) == len(lines(text))
    assert all(map(str.endswith, lines(text), shown))


@given(texts)
def test_no_block_and_no_line_of_it_is_empty(text):
    found = blocks(text)

    assert all(block["lines"] and all(block["lines"]) for block in found)


@given(texts)
def test_windows_line_breaks_change_nothing(text):
    assert blocks(text.replace("\n", "\r\n")) == blocks(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("一\n\n二\n", ["一", "二"], id="blank lines go"),
        pytest.param("  一　\r\n二", ["一", "二"], id="blanks around a line go"),
    ],
)
def test_a_text_with_an_item_a_line_becomes_its_items(text, found):
    assert lines(text) == found
