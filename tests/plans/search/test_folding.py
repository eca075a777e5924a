"""One form for what residents take for one word."""

import pytest

from plans.search.folding import (
    fold,
    folded,
    folded_as_printed,
    pieces,
    pieces_to_find,
    printed_years,
)


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
        ("100％", "100パーセント"),
        ("277-8505", "2778505"),
        ("04‐7163‐9002", "0471639002"),
        ("子供達", "子どもたち"),
        ("見まもり", "みまもり"),
        ("一人ひとり", "ひとりひとり"),
        ("コミュニティー", "コミュニティ"),
        ("ケアマネージャー", "ケアマネジャー"),
        ("しょうがいしゃ", "障害者"),
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
        ("メール", "める"),
        ("30.2", "302"),
        ("100%", "100"),
        ("2-1", "21"),
    ],
)
def test_two_meanings_stay_two(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("100", "1,100人"),
        ("100%", "1,100%"),
        ("0.5", "0.53"),
        ("5%", "0.5%"),
        ("30", "30.2人"),
        ("0005", "277-0005"),
        ("1-1", "1-11"),
        ("12", "令和12年度"),
    ],
)
def test_a_number_is_no_part_of_another(word, text):
    assert fold(word) not in fold(text)


@pytest.mark.parametrize(
    ("word", "text"),
    [("100", "100%"), ("100", "約100人"), ("2-1", "施策2-1"), ("50", "50～60人")],
)
def test_a_number_is_found_with_what_stands_around_it(word, text):
    assert fold(word) in fold(text)


def test_years_are_known_as_they_are_printed_too():
    text = "令和12年度（2030年度）から"

    assert printed_years(text).split() == [
        fold_plain("令和12年度"),
        fold_plain("2030年度"),
    ]
    ((start, end),) = folded_as_printed(text).places_of(fold("令和"))
    assert text[start:end] == "令和"


def fold_plain(text):
    return folded_as_printed(text).text


def test_the_end_of_a_sentence_or_a_line_parts_words():
    assert "介護" not in fold("紹介。護岸")
    assert "介護" not in fold("紹介\n護岸")
    assert not {"介護"} & pieces(fold("紹介！護岸"))


@pytest.mark.parametrize(
    ("word", "looked_up"),
    [
        ("福", {"福"}),
        ("介護", {"介護"}),
        ("見守り", {"見守", "守り"}),
        ("地域福祉", {"地域", "域福", "福祉"}),
        ("さろん", {"さろ", "ろん"}),
        ("つながり", {"つな", "がり"}),
        ("へるぷ12", {"へる", "るぷ", "ぷ1", "12"}),
    ],
)
def test_a_word_is_looked_up_by_what_tells_it_from_others(word, looked_up):
    assert pieces_to_find(word) == looked_up


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
