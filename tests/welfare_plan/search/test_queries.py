"""What residents type, and what they find first among the seven plans."""

import csv
from pathlib import Path

import pytest

from tests.welfare_plan.search.finding import found_urls
from welfare_plan.search import places

pytestmark = pytest.mark.django_db

# What was typed, how many are found, and the addresses of the first three.
with (Path(__file__).parent / "expected.csv").open(encoding="utf-8") as file:
    EXPECTED = {
        typed: (int(count), [address for address in first if address])
        for typed, count, *first in list(csv.reader(file))[1:]
    }
ONE_WORD = [
    ("障害", "障がい", "しょうがい", "障碍"),
    ("子ども", "こども", "子供", "コドモ"),
    ("支えあい", "支え合い", "ささえあい"),
    ("ボランティア", "ぼらんてぃあ", "ﾎﾞﾗﾝﾃｨｱ", "ボランティア・"),
    ("取組", "取り組み", "取組み", "取り組"),
    ("R12", "r12", "Ｒ１２", "R 12", "令和12年度", "令和 １２ 年度", "令和十二年度")
    + ("令和12年", "2030", "２０３０年", "平成42年", "12年度"),
    ("H26", "2014年度", "平成二十六年度"),
    ("1,100人", "1100人", "１１００人"),
    ("0.5%", "０．５％", "0.5パーセント"),
    ("個別避難計画", "個別・避難計画", "「個別避難計画」"),
    ("こども・若者相談", "こども若者相談"),
    (
        "介護 保険",
        "介護/保険",
        "介護／保険",
        "介護+保険",
        "介護AND保険",
        "介護 AND 保険",
    ),
    ("障害者", "しょうがいしゃ", "障がい者"),
    ("介護", "かいご", "カイゴ"),
    ("介護予防", "かいごよぼう"),
    ("子育て", "こそだて"),
]
NOTHING = {
    "護介": "letters the other way round",
    "介護予防教室": "a word that no plan prints",
    "2030人": "a count where only years are printed",
    "100%": "a part of 1,100人",
    "5%": "a part of 0.5%",
    "302": "30.2 without its point",
    "R50": "a year of no plan",
    "柏市 桶川 防災": "two places",
    "鰻": "one letter",
}


@pytest.mark.parametrize("typed", EXPECTED)
def test_what_a_resident_expects_is_found_first(typed):
    count, first = EXPECTED[typed]

    found = found_urls(typed)

    assert found[:3] == first
    assert len(found) == count


def test_money_trouble_leads_to_those_who_lend():
    found = found_urls("お金に困った")

    assert "/plans/okegawa-shakyo-6/initiatives/3-1-2/#activity--3-1-2-2" in found
    assert len(found) <= 4


@pytest.mark.parametrize("forms", ONE_WORD, ids=lambda forms: forms[0])
def test_all_forms_of_a_word_find_the_same_in_the_same_order(forms):
    first, *others = [found_urls(form) for form in forms]

    assert first
    assert [found == first for found in others] == [True] * len(others)


@pytest.mark.parametrize("typed", NOTHING)
def test_what_no_plan_says_is_not_found(typed):
    assert found_urls(typed) == []


def test_words_of_a_year_are_found_where_years_stand():
    assert len(found_urls("令和")) >= len(found_urls("R12")) > 0
    assert set(found_urls("平成26年度")) <= set(found_urls("平成"))


def test_a_word_that_many_areas_have_says_nothing_of_where(monkeypatch):
    of_the_city = found_urls("柏市 防災")
    monkeypatch.setattr(places, "MOST_AREAS", 0)

    assert set(found_urls("柏市 防災")) < set(of_the_city)
