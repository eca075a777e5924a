"""A search within a city or a prefecture says so, and leads on within it."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from plans.models import Plan, Publisher
from plans.publishing import publishing
from tests import factories

pytestmark = pytest.mark.django_db

KASHIWA = "122173"


@pytest.fixture(autouse=True)
def kashiwa():
    publisher = Plan.objects.get(slug="kashiwa-chiiki-fukushi").publisher
    publisher.municipality_code = KASHIWA
    with publishing("test"):
        publisher.save()


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"city": KASHIWA}, "柏市の計画の中からさがします。"),
        ({"prefecture": "12"}, "千葉県内の計画の中からさがします。"),
        (
            {"prefecture": "12", "city": KASHIWA},
            "千葉県の柏市の計画の中からさがします。",
        ),
        ({"city": "柏"}, "名前に「柏」がある地域と団体の計画の中からさがします。"),
        (
            {"prefecture": "12", "city": "柏"},
            "千葉県内のうち、名前に「柏」がある地域と団体の計画の中からさがします。",
        ),
        ({"city": "999999"}, "選んだ地域の計画の中からさがします。"),
        (
            {"prefecture": "12", "city": "129999"},
            "選んだ地域の計画の中からさがします。",
        ),
        (
            {"prefecture": "13", "city": KASHIWA},
            "選んだ地域の計画の中からさがします。",
        ),
        (
            {"city": KASHIWA, "kind": "target"},
            "柏市の計画のうち、下で選んだものの中からさがします。",
        ),
        ({"kind": "target"}, "下で選んだものの中からさがします。"),
    ],
)
def test_the_page_says_where_it_searches(opened, place, said):
    soup = opened(q="介護", **place)

    assert soup.select_one(".head .small").text.split("。")[0] + "。" == said


def test_without_a_place_nothing_is_said_of_one(opened):
    assert opened(q="介護").select(".head .small") == []


def test_what_a_place_does_not_say_is_not_said_to_be_in_no_plan(opened):
    soup = opened(q="鰻", city=KASHIWA)

    assert "柏市の計画の本文、目標、用語をさがしましたが" in soup.main.text
    assert "すべての計画の本文" not in soup.main.text


def test_a_filter_that_leaves_nothing_leads_to_what_was_counted(opened):
    soup = opened(q="防災", city=KASHIWA, kind="department")
    (way,) = soup.select("section .go")

    there = opened(**dict(parse_qsl(urlsplit(way["href"]).query)))

    assert way.text == "柏市の計画から見る"
    count = there.h1.text.split("（")[1].rstrip("）")
    assert (
        f"種類と計画の絞り込みを外すと、柏市の計画から{count}見つかります。"
        in soup.main.text
    )


def test_a_draft_does_not_name_its_place(opened):
    Plan.objects.filter(publisher__municipality_code=KASHIWA).update(state="draft")

    assert "選んだ地域の計画" in opened(q="介護", city=KASHIWA).main.text


def test_bodies_that_share_the_code_do_not_name_the_municipality(opened):
    council = Publisher.objects.create(
        slug="council",
        name="光ケ丘の会",
        kind=Publisher.Kind.SOCIAL_WELFARE_COUNCIL,
        municipality_code=KASHIWA,
    )
    with publishing("test"):
        factories.a_plan(publisher=council, area_name="光ケ丘", position=0)

    assert "柏市の計画の中から" in opened(q="介護", city=KASHIWA).main.text


def test_a_plan_that_is_not_found_is_looked_for_no_further_than_the_place(opened):
    text = opened(q="介護", city=KASHIWA, plan="nowhere").main.text

    assert "その計画は見つからないため、柏市の計画からさがしました。" in text
    assert "すべての計画からさがしました" not in text
