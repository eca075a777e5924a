"""Numbers, mail addresses and pages become links; the words stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.contact_links import linked, plain


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("04-7163-9000", ["tel:0471639000"]),
        ("電話 047（163）9000（平日のみ）", ["tel:0471639000"]),
        ("０４－７１６３－９０００", ["tel:0471639000"]),
        ("090-1234-5678、内線 12", ["tel:09012345678"]),
        ("TEL 04-7163-9000 FAX 04-7163-9300", ["tel:0471639000"]),
        ("ファクス：04-7163-9300", []),
        ("〒277-0005 柏五丁目11番8号", []),
        ("fukushi@example.jp", ["mailto:fukushi@example.jp"]),
        ("https://example.jp/a?b=1 をごらんください", ["https://example.jp/a?b=1"]),
        ("福祉課", []),
        ("", []),
    ],
)
def test_a_text_has_the_links_a_reader_would_use(text, urls):
    assert [piece["url"] for piece in linked(text) if piece["url"]] == urls


@given(st.text(alphabet="04-（）.@:/hFAX ファ柏\n", max_size=40))
def test_no_letter_is_lost_or_added(text):
    assert "".join(piece["text"] for piece in linked(text)) == text


def test_plain_words_lead_nowhere():
    assert plain("TEL 04-7163-9000") == [{"text": "TEL 04-7163-9000", "url": ""}]
    assert plain("") == []
