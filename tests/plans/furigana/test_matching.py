"""Words of a list are found in a text, the longest first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.furigana.matching import AFTER_NUMBER, Matcher
from plans.furigana.words import KANJI_RUN

MATCHER = Matcher(
    [
        ("市", "し", ""),
        ("柏市", "かしわし", ""),
        ("桶川", "おけがわ", ""),
        ("川", "かわ", ""),
        ("要介護認定率", "ようかいごにんていりつ", ""),
        ("介護", "かいご", ""),
        ("人", "ひと", ""),
        ("人", "にん", AFTER_NUMBER),
        ("年", "とし", ""),
        ("年", "ねん", AFTER_NUMBER),
        ("日", "にち", AFTER_NUMBER),
        ("月", "がつ", AFTER_NUMBER),
        ("月1日", "がつ・たち", AFTER_NUMBER),
        ("分", "ふん", AFTER_NUMBER),
        ("分かる", "わかる", ""),
        ("水", "みず", ""),
        ("道", "みち", ""),
        ("行う", "おこなう", ""),
        ("入る", "はいる", ""),
        ("入れる", "いれる", ""),
        ("取り組む", "とりくむ", ""),
        ("壊れた読み", "ちがう", ""),
    ]
)


def read(text, before=""):
    """市[し] for each base with a reading."""
    return "".join(
        f"{base}[{reading}]" if reading else base
        for base, reading in MATCHER.pieces(text, before)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("柏市の市", "柏市[かしわし]の市[し]"),
        ("要介護認定率", "要介護認定率[ようかいごにんていりつ]"),
        ("桶川へ行った", "桶川[おけがわ]へ行[おこな]った"),
        ("取り組んだ", "取[と]り組[く]んだ"),
        ("入れて入った", "入[い]れて入[はい]った"),
        ("940人、人の2人", "940人[にん]、人[ひと]の2人[り]"),
        ("令和７年", "令和７年[ねん]"),
        ("9月20日", "9月[がつ]20日[か]"),
        ("4月1日から1日", "4月[がつ]1日[たち]から1日[にち]"),
        ("30分から分かる", "30分[ぷん]から分[わ]かる"),
        ("Webと○〇", "Webと○〇"),
    ],
)
def test_the_longest_word_of_the_list_is_read(text, expected):
    assert read(text) == expected


def test_a_number_may_end_the_text_before():
    assert read("人", before="8") == "人[にん]"


@pytest.mark.parametrize("text", ["鴨川", "水道", "日本", "鴨川市"])
def test_one_kanji_in_a_row_of_unknown_ones_is_not_guessed(text):
    assert read(text) == text


def test_a_word_with_a_reading_that_does_not_fit_is_passed_over():
    assert read("壊れた読み") == "壊れた読み"


TEXTS = st.text(
    "市柏桶川要介護認定率人年日水行うっ入れるるた取り組んむ鴨8０、 ア&;<", max_size=30
)


@given(TEXTS, st.text("8人、", max_size=2))
def test_bases_put_together_are_the_text(text, before):
    pieces = MATCHER.pieces(text, before)

    assert "".join(base for base, _ in pieces) == text


@given(TEXTS)
def test_a_reading_stands_over_kanji_alone(text):
    assert all(
        KANJI_RUN.fullmatch(base) for base, reading in MATCHER.pieces(text) if reading
    )
