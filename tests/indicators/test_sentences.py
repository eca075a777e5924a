import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.templatetags.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("順調です。次は目標です。", ["順調です。", "次は目標です。"]),
        (
            "目安960人（20人下回る）",
            ["目安960人（20人下回る）"],
        ),
        ("順調（少し下。）です。次。", ["順調（少し下。）です。", "次。"]),
        ("閉じない（かっこ。次。", ["閉じない（かっこ。", "次。"]),
        ("", []),
    ],
    ids=["two", "no full stop", "a full stop in brackets", "open bracket", "nothing"],
)
def test_a_text_is_cut_after_its_full_stops(text, parts):
    assert sentences(text) == parts


@given(st.text(alphabet="あ。（）\n1", max_size=40))
def test_nothing_is_lost_or_added(text):
    assert "".join(sentences(text)) == text
