"""What residents type, and what they expect to find among the seven plans."""

import pytest

from tests.welfare_plan.search.finding import found_urls

pytestmark = pytest.mark.django_db

KASHIWA = "/plans/kashiwa-chiiki-fukushi"
SHAKYO = "/plans/kashiwa-shakyo-3"
OKEGAWA = "/plans/okegawa-shakyo-6"
CHILDREN = [
    f"{KASHIWA}/measures/3-2/",
    f"{KASHIWA}/initiatives/4-4-1/",
    f"{OKEGAWA}/initiatives/1-2-2/#h-activities",
]
DISABILITY = [
    f"{KASHIWA}/initiatives/4-3-1/",
    f"{SHAKYO}/measures/1-4/",
    f"{SHAKYO}/measures/1-5/",
]
TOGETHER = [f"{KASHIWA}/measures/1-1/", f"{SHAKYO}/measures/1-1/"]
GOALS = [f"{KASHIWA}/targets/1-1/", f"{KASHIWA}/targets/2-1/"]
VOLUNTEERS = [f"{OKEGAWA}/measures/2-1/", f"{KASHIWA}/measures/4-1/"]
FRAILTY = [f"{KASHIWA}/initiatives/3-1-1/", f"{KASHIWA}/targets/3-1/"]
PERIOD = [f"{SHAKYO}/", f"{SHAKYO}/#section-position-and-period"]

EXPECTED = {
    "介護": [f"{KASHIWA}/measures/3-1/", f"{KASHIWA}/measures/3-3/"],
    "防災": [f"{KASHIWA}/measures/4-1/", f"{KASHIWA}/policies/4/"],
    "福": [f"{KASHIWA}/", "/plans/kita-ku/"],
    "障害": DISABILITY,
    "障がい": DISABILITY,
    "しょうがい": DISABILITY,
    "子ども": CHILDREN,
    "こども": CHILDREN,
    "子供": CHILDREN,
    "コドモ": CHILDREN,
    "子ども食堂": [f"{OKEGAWA}/initiatives/1-2-2/#h-activities"],
    "こども若者相談": [f"{KASHIWA}/initiatives/4-4-1/"],
    "支えあい": TOGETHER,
    "支え合い": TOGETHER,
    "ボランティア": VOLUNTEERS,
    "ぼらんてぃあ": VOLUNTEERS,
    "ﾎﾞﾗﾝﾃｨｱ": VOLUNTEERS,
    "フレイル予防": FRAILTY,
    "取組": [f"{SHAKYO}/measures/2-2/", "/plans/kita-ku/measures/2-1/"],
    "取り組み": [f"{SHAKYO}/measures/2-2/", "/plans/kita-ku/measures/2-1/"],
    "R12": GOALS,
    "令和12年度": GOALS,
    "令和 １２ 年度": GOALS,
    "2030": GOALS,
    "H26": PERIOD,
    "2014年度": PERIOD,
    "1,100人": [f"{KASHIWA}/targets/2-1/"],
    "ＮＰＯ": [f"{KASHIWA}/measures/1-3/"],
    "npo": [f"{KASHIWA}/measures/1-3/"],
    "権利　擁護": [f"{KASHIWA}/measures/4-4/", f"{OKEGAWA}/initiatives/3-2-2/"],
    "柏市 防災": [f"{KASHIWA}/measures/4-1/"],
    "桶川、見守り": [f"{OKEGAWA}/measures/1-2/"],
    "再犯防止": ["/plans/kashiwa-saihan-boshi/"],
    "重層的支援体制整備事業": ["/plans/kashiwa-juso/"],
    "共助": ["/plans/kashiwa-hashira-1/policies/1/"],
}
ONE_WORD = [
    ("障害", "障がい", "しょうがい", "障碍"),
    ("子ども", "こども", "子供", "コドモ"),
    ("支えあい", "支え合い", "ささえあい"),
    ("ボランティア", "ぼらんてぃあ", "ﾎﾞﾗﾝﾃｨｱ", "ボランティア・"),
    ("取組", "取り組み", "取組み", "取り組"),
    (
        "R12",
        "r12",
        "Ｒ１２",
        "令和12年度",
        "令和12年",
        "2030",
        "２０３０年",
        "平成42年",
    ),
    ("1,100人", "1100人", "１１００人"),
    ("個別避難計画", "個別・避難計画", "「個別避難計画」"),
]
NOTHING = {
    "護介": "letters the other way round",
    "介護予防教室": "a word that no plan prints",
    "2030人": "a count where only years are printed",
    "R50": "a year of no plan",
    "かいご": "a reading",
    "柏市 桶川 防災": "two places",
    "鰻": "one letter",
}


@pytest.mark.parametrize("typed", EXPECTED)
def test_what_a_resident_expects_is_found(typed):
    found = found_urls(typed)

    assert [url for url in EXPECTED[typed] if url not in found] == []


def test_there_are_enough_queries():
    assert len(EXPECTED) >= 30


@pytest.mark.parametrize("forms", ONE_WORD, ids=lambda forms: forms[0])
def test_all_forms_of_a_word_find_the_same_in_the_same_order(forms):
    first, *others = [found_urls(form) for form in forms]

    assert first
    assert [found == first for found in others] == [True] * len(others)


@pytest.mark.parametrize("typed", NOTHING)
def test_what_no_plan_says_is_not_found(typed):
    assert found_urls(typed) == []
