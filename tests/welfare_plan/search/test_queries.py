"""What residents type, and what they find first among the seven plans."""

import pytest

from tests.welfare_plan.search.finding import found_urls

pytestmark = pytest.mark.django_db

KASHIWA = "/plans/kashiwa-chiiki-fukushi"
SHAKYO = "/plans/kashiwa-shakyo-3"
OKEGAWA = "/plans/okegawa-shakyo-6"
PILLAR = "/plans/kashiwa-hashira-1"
KITA = "/plans/kita-ku"

# How many are found, and the first of them.
EXPECTED = {
    "介護": (
        8,
        [
            f"{KASHIWA}/measures/1-1/",
            f"{KASHIWA}/measures/3-1/",
            f"{KASHIWA}/measures/3-3/",
        ],
    ),
    "防災": (
        5,
        [
            f"{KASHIWA}/measures/4-1/",
            f"{KASHIWA}/policies/4/",
            f"{KASHIWA}/measures/4-1/#h-actions",
        ],
    ),
    "福": (108, [f"{KASHIWA}/", f"{PILLAR}/", f"{KITA}/"]),
    "障害": (
        14,
        [
            f"{SHAKYO}/measures/1-4/",
            f"{SHAKYO}/measures/1-5/",
            f"{KASHIWA}/initiatives/4-3-1/",
        ],
    ),
    "子ども": (
        18,
        [
            f"{KASHIWA}/measures/3-2/",
            f"{KASHIWA}/measures/3-4/",
            f"{KASHIWA}/initiatives/4-4-1/",
        ],
    ),
    "子ども食堂": (
        6,
        [
            f"{OKEGAWA}/initiatives/1-2-2/#activity--1-2-2-2",
            f"{OKEGAWA}/initiatives/2-1-2/#activity--2-1-2-1",
            f"{OKEGAWA}/initiatives/4-2-1/#activity--4-2-1-4",
        ],
    ),
    "支えあい": (
        23,
        [
            f"{KASHIWA}/measures/1-1/",
            f"{KASHIWA}/measures/2-1/",
            f"{SHAKYO}/measures/1-1/",
        ],
    ),
    "ボランティア": (
        26,
        [
            f"{OKEGAWA}/measures/2-1/",
            f"{KASHIWA}/measures/1-3/",
            f"{KASHIWA}/measures/4-1/",
        ],
    ),
    "フレイル予防": (
        12,
        [
            f"{KASHIWA}/measures/1-1/",
            f"{KASHIWA}/measures/3-1/",
            f"{KASHIWA}/initiatives/3-1-1/",
        ],
    ),
    "取組": (
        119,
        [
            f"{KITA}/measures/2-1/",
            f"{KASHIWA}/measures/1-1/",
            f"{KASHIWA}/measures/2-1/",
        ],
    ),
    "R12": (
        13,
        [
            f"{KASHIWA}/targets/1-1/",
            f"{KASHIWA}/targets/1-2/",
            f"{KASHIWA}/targets/1-3/",
        ],
    ),
    "H26": (
        3,
        [
            f"{SHAKYO}/",
            f"{SHAKYO}/#section-contact",
            f"{SHAKYO}/#section-position-and-period",
        ],
    ),
    "1,100人": (1, [f"{KASHIWA}/targets/2-1/"]),
    "0.5%": (1, [f"{KASHIWA}/targets/4-1/"]),
    "ＮＰＯ": (
        3,
        [
            f"{KASHIWA}/measures/1-3/",
            f"{PILLAR}/initiatives/1-1-2/",
            f"{KITA}/initiatives/2-1-2/#activity--2-1-2-3",
        ],
    ),
    "権利　擁護": (
        6,
        [
            f"{SHAKYO}/initiatives/2-2-6/",
            f"{KASHIWA}/measures/4-4/",
            f"{OKEGAWA}/initiatives/3-2-2/",
        ],
    ),
    "柏市 防災": (
        4,
        [
            f"{KASHIWA}/measures/4-1/",
            f"{KASHIWA}/policies/4/",
            f"{KASHIWA}/measures/4-1/#h-actions",
        ],
    ),
    "桶川、見守り": (
        2,
        [
            f"{OKEGAWA}/measures/1-2/#appeal--1-2-residents",
            f"{OKEGAWA}/initiatives/1-2-1/#activity--1-2-1-1",
        ],
    ),
    "再犯防止": (
        3,
        [
            "/plans/kashiwa-saihan-boshi/",
            "/plans/kashiwa-saihan-boshi/policies/5/",
            "/plans/kashiwa-saihan-boshi/#section-purpose",
        ],
    ),
    "重層的支援体制整備事業": (
        3,
        [
            "/plans/kashiwa-juso/",
            "/plans/kashiwa-juso/#section-direction",
            "/plans/kashiwa-juso/#section-background",
        ],
    ),
    "共助": (
        3,
        [
            f"{PILLAR}/initiatives/1-1-1/",
            f"{PILLAR}/policies/1/",
            f"{SHAKYO}/#section-purpose",
        ],
    ),
    "基本方針2": (
        6,
        [
            f"{KASHIWA}/policies/2/",
            f"{KASHIWA}/measures/2-1/",
            f"{KASHIWA}/measures/2-2/",
        ],
    ),
    "基本施策2-1": (1, [f"{KASHIWA}/measures/2-1/"]),
    "基本方針4 基本施策1": (1, [f"{KASHIWA}/measures/4-1/"]),
    "重点目標2": (
        3,
        [
            f"{OKEGAWA}/measures/2-1/",
            f"{OKEGAWA}/measures/2-2/",
            f"{OKEGAWA}/source-notes/#note--n07",
        ],
    ),
    "2-1": (
        4,
        [
            f"{KASHIWA}/measures/2-1/",
            f"{KITA}/measures/2-1/",
            f"{OKEGAWA}/measures/2-1/",
        ],
    ),
    "平成": (
        3,
        [
            f"{SHAKYO}/",
            f"{SHAKYO}/#section-position-and-period",
            f"{SHAKYO}/#section-contact",
        ],
    ),
    "かいご": (
        8,
        [
            f"{KASHIWA}/measures/1-1/",
            f"{KASHIWA}/measures/3-1/",
            f"{KASHIWA}/measures/3-3/",
        ],
    ),
    "こそだて": (
        19,
        [
            f"{KASHIWA}/measures/3-2/",
            f"{SHAKYO}/measures/1-3/",
            f"{KASHIWA}/initiatives/2-3-1/",
        ],
    ),
    "お年寄り": (
        15,
        [
            f"{KASHIWA}/measures/3-4/",
            f"{SHAKYO}/measures/1-3/",
            f"{SHAKYO}/measures/1-4/",
        ],
    ),
    "避難所": (
        9,
        [
            f"{KASHIWA}/measures/4-1/",
            f"{KASHIWA}/initiatives/4-1-1/",
            f"{KASHIWA}/targets/4-1/",
        ],
    ),
    "民生委員": (1, [f"{PILLAR}/initiatives/1-1-1/#activity--1-1-1-1"]),
    "フードバンク": (
        8,
        [
            f"{OKEGAWA}/initiatives/1-2-2/#activity--1-2-2-2",
            f"{OKEGAWA}/initiatives/2-1-2/#activity--2-1-2-1",
            f"{OKEGAWA}/initiatives/3-1-2/#activity--3-1-2-3",
        ],
    ),
    "見まもり": (
        15,
        [
            f"{KASHIWA}/measures/2-2/",
            f"{KASHIWA}/measures/3-3/",
            f"{KASHIWA}/measures/4-2/",
        ],
    ),
    "ひとりひとり": (
        14,
        [
            f"{OKEGAWA}/measures/3-2/",
            f"{KASHIWA}/measures/4-3/",
            f"{SHAKYO}/measures/1-1/",
        ],
    ),
    "コミュニティー": (
        8,
        [
            f"{PILLAR}/initiatives/1-1-1/",
            f"{PILLAR}/initiatives/1-2-3/",
            f"{PILLAR}/initiatives/1-3-2/",
        ],
    ),
    "ケアマネージャー": (1, [f"{KASHIWA}/initiatives/4-1-1/"]),
    "介護/保険": (1, [f"{OKEGAWA}/initiatives/3-2-1/#activity--3-2-1-2"]),
    "認知症": (1, [f"{OKEGAWA}/initiatives/2-2-2/#activity--2-2-2-4"]),
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

    assert f"{OKEGAWA}/initiatives/3-1-2/#activity--3-1-2-2" in found
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
