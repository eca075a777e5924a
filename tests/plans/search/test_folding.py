"""One form for what residents take for one word."""

import pytest

from plans.search.folding import fold, folded, pieces


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("ボランティア", "ぼらんてぃあ"),
        ("ＰＣ", "pc"),
        ("か\u3099いと\u3099", "ガイド"),
        ("障がい", "障害"),
        ("障碍者", "障害者"),
        ("しょうがい者", "障害者"),
        ("子供", "子ども"),
        ("こども", "子ども"),
        ("コドモ", "子ども"),
        ("取り組み", "取組"),
        ("取組み", "取組"),
        ("取り組みます", "取組ます"),
        ("取組む", "取り組む"),
        ("髙﨑", "高崎"),
        ("支えあう", "支え合う"),
        ("たすけあい", "助け合い"),
        ("みまもり", "見守り"),
        ("１ヶ所", "1か所"),
        ("1ヵ所", "1箇所"),
        ("ひとり暮らし", "一人暮らし"),
        ("お問い合わせ", "お問合せ"),
        ("子ども・若者", "こども若者"),
        ("見 守　り", "見守り"),
        ("「個別」避難（計画）", "個別避難計画"),
        ("フレイル※⁸予防", "フレイル予防"),
        ("2,030人", "2030人"),
    ],
)
def test_two_spellings_are_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("介護", "護介"),
        ("でしょうがいい", "で障害い"),
        ("2,030人", "2030年"),
        ("2030", "2030人"),
        ("R5", "R50"),
        ("令和5年間", "令和5年"),
        ("ケア", "かア"),
    ],
)
def test_two_meanings_stay_two(one, other):
    assert fold(one) != fold(other)


def test_the_end_of_a_sentence_or_a_line_parts_words():
    assert "介護" not in fold("紹介。護岸")
    assert "介護" not in fold("紹介\n護岸")
    assert not {"介護"} & pieces(fold("紹介！護岸"))


def test_pieces_are_letters_and_pairs_of_neighbours():
    assert pieces(fold("介護。保険")) == {"介", "護", "介護", "保", "険", "保険"}


def test_every_hit_is_told_by_its_place_in_the_printed_text():
    text = "高齢者や障がい者、障 害 児の子育て"

    places = list(folded(text).places_of(fold("障害")))

    assert [text[start:end] for start, end in places] == ["障がい", "障 害"]


def test_a_year_is_marked_as_it_is_printed():
    text = "目標値（令和１２年度）"

    ((start, end),) = folded(text).places_of(fold("R12"))

    assert text[start:end] == "令和１２年度"


def test_an_empty_word_is_nowhere():
    assert list(folded("介護").places_of("")) == []
