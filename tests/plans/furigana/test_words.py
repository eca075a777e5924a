"""One word and its reading: the reading stands over the kanji alone."""

import pytest

from plans.furigana.counters import counter_reading, number_before
from plans.furigana.forms import forms
from plans.furigana.words import ReadingDoesNotFitError, split_word


@pytest.mark.parametrize(
    ("word", "reading", "pieces"),
    [
        ("福祉", "ふくし", (("福祉", "ふくし"),)),
        ("取り組む", "とりくむ", (("取", "と"), ("り", ""), ("組", "く"), ("む", ""))),
        ("その他", "そのた", (("その", ""), ("他", "た"))),
        ("サンプル値", "さんぷるち", (("サンプル", ""), ("値", "ち"))),
        ("人／年", "にん・ねん", (("人", "にん"), ("／", ""), ("年", "ねん"))),
        ("人々", "ひとびと", (("人々", "ひとびと"),)),
    ],
    ids=["kanji alone", "okurigana", "kana first", "katakana", "a sign", "repeated"],
)
def test_kana_and_signs_of_a_word_have_no_reading(word, reading, pieces):
    assert split_word(word, reading) == pieces


@pytest.mark.parametrize(
    ("word", "reading"), [("取り組む", "とりこみ"), ("支え", "ささ"), ("市", "")]
)
def test_a_reading_that_leaves_out_the_kana_does_not_fit(word, reading):
    with pytest.raises(ReadingDoesNotFitError):
        split_word(word, reading)


@pytest.mark.parametrize(
    ("word", "reading", "form", "form_reading"),
    [
        ("行う", "おこなう", "行っ", "おこなっ"),
        ("取り組む", "とりくむ", "取り組ん", "とりくん"),
        ("支える", "ささえる", "支え", "ささえ"),
        ("感じる", "かんじる", "感じ", "かんじ"),
        ("新しい", "あたらしい", "新しく", "あたらしく"),
        ("対する", "たいする", "対し", "たいし"),
    ],
)
def test_a_word_is_known_in_all_its_forms(word, reading, form, form_reading):
    assert (form, form_reading) in forms(word, reading)


def test_a_noun_has_one_form():
    assert forms("福祉", "ふくし") == [("福祉", "ふくし")]


@pytest.mark.parametrize(
    ("word", "number", "reading"),
    [
        ("人", "1", "り"),
        ("人", "2", "り"),
        ("人", "21", ""),
        ("日", "20", "か"),
        ("日", "17", ""),
        ("日間", "3", "かかん"),
        ("日時点", "10", "かじてん"),
        ("日時点", "15", ""),
        ("分間", "10", "ぷんかん"),
        ("本", "3", "ぼん"),
        ("本", "10", "ぽん"),
        ("回", "1", ""),
    ],
)
def test_some_counters_are_read_by_the_number_before_them(word, number, reading):
    assert counter_reading(word, number) == reading


@pytest.mark.parametrize(
    ("text", "number"),
    [("約1,100", "1,100"), ("令和７", "7"), ("17.1", "17.1"), ("5年", ""), ("", "")],
)
def test_the_number_at_the_end_of_a_text_is_found(text, number):
    assert number_before(text) == number
