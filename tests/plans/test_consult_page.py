"""相談したい: the windows that the plans name, in their words."""

import pytest
from bs4 import BeautifulSoup

from plans.models import ConsultationWindow
from tests.factories import a_measure, a_plan
from tests.plans.records import a_publisher, a_window
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def shown(client):
    return BeautifulSoup(client.get("/consult/").content, "html.parser")


def place(soup, name):
    (heading,) = [h2 for h2 in soup.select("section > h2") if h2.text == name]
    return heading.parent


def groups(area):
    """The names of the windows of a place under the headings they stand below."""
    return [
        (kind.h3.text, [h4.text for h4 in kind.select("h4")])
        for kind in area.select(".windowkind:has(h4)")
    ]


def test_a_place_shows_what_listens_first_and_ended_plans_last(client):
    area = place(shown(client), "柏市")

    assert groups(area) == [
        ("相談できるところ", ["福祉の総合相談窓口", "地域子育て支援拠点"]),
        ("相談や支援を受けられる事業", ["妊婦等包括相談支援事業"]),
        (
            "活動したい人、手伝いたい人のところ",
            [
                "ラコルタ柏(教育福祉会館)",
                "ボランティアセンター（市社協）",
                "柏市民活動センター（市）",
            ],
        ),
        ("これからできるところ", ["(仮称)柏市こども・若者相談センター"]),
        (
            "計画に名前が出てくる団体や機関",
            ["地域包括支援センター", "保護司及び保護司会"],
        ),
        ("終わった計画に書かれていたところ", ["社会福祉法人 柏市社会福祉協議会"]),
    ]


def test_a_window_says_for_whom_it_is_and_where_that_stands(client):
    window = shown(client).select_one(
        "li:has(#window-kashiwa-chiiki-fukushi-sogo-sodan)"
    )

    first = window.select_one(".says")
    assert first.select_one(".whom").text == "福祉に関わる様々な悩みごと"
    assert "断らない相談窓口" in first.blockquote.text
    assert [link["href"] for link in first.select(":not(dfn) > a")] == [
        "/plans/kashiwa-chiiki-fukushi/",
        "/plans/kashiwa-chiiki-fukushi/measures/2-1/",
    ]


def test_what_two_plans_say_of_one_window_stands_together(client):
    (heading,) = [
        h4 for h4 in shown(client).select("h4") if h4.text == "福祉の総合相談窓口"
    ]

    quotes = heading.parent.select(".says")
    assert [quote.get("id") for quote in quotes] == [
        None,
        "window-kashiwa-juso-sogo-sodan",
    ]


def test_windows_of_one_sentence_share_it(client):
    item = shown(client).select_one("li:has(#window-okegawa-shakyo-6-sodan-shien)")

    assert [h4.text for h4 in item.select("h4")] == [
        "地域包括支援センター",
        "相談支援センター",
    ]
    assert len(item.select("blockquote")) == 1


def test_every_window_can_be_reached_by_its_address(client):
    soup = shown(client)

    for window in ConsultationWindow.objects.select_related("plan"):
        assert len(soup.select(f"#{window.anchor}")) == 1, window.anchor


def test_the_number_of_an_ended_plan_is_folded_away_with_its_date(client):
    (printed,) = [each for each in shown(client).select(".says") if "TEL" in each.text]

    assert "04-7163-9000" in printed.details.text
    assert "この計画の期間は平成30年度で終わりました。" in printed.details.text
    assert not printed.select("a[href^=tel]")


def test_a_number_of_a_current_plan_can_be_called(client):
    a_window(a_plan(area_name="見本町"), contact="電話 00-0000-0000")

    link = place(shown(client), "見本町").select_one("a[href^=tel]")

    assert link["href"] == "tel:0000000000"
    assert link.find_parent("details") is None


def test_contacts_of_a_publisher_are_shown_as_far_as_they_are_set(client):
    publisher = a_publisher(contact_name="福祉政策課", contact_phone="000-0000-0000")
    a_window(a_plan(publisher=publisher, area_name="見本町"))

    area = place(shown(client), "見本町")

    assert "窓口　福祉政策課" in area.text
    assert area.select_one(".meta a")["href"] == "tel:00000000000"
    assert "メールアドレス" not in area.text
    assert "未設定" not in area.text


def test_contacts_that_are_not_set_are_not_made_up(client):
    cells = shown(client).select(".meta dd")

    assert {cell.text for cell in cells} == {"未設定です"}


def test_windows_of_drafts_are_not_shown(client):
    a_window(a_plan(state="draft"), name="まだ開かない窓口")

    assert "まだ開かない窓口" not in shown(client).text


def test_plans_without_a_window_are_named(client):
    plan = a_plan(title="窓口のない計画")

    (link,) = shown(client).select("section:last-of-type .linklist a")

    assert (link.text, link["href"]) == ("窓口のない計画", plan.get_absolute_url())


def test_a_site_without_windows_says_where_to_ask(client):
    ConsultationWindow.objects.all().delete()

    text = shown(client).text

    assert "相談先の名前が出てくる計画は、まだ公開されていません。" in text


def test_the_page_costs_three_queries_however_many_windows(client):
    first = queries_of(client, "/consult/")
    for _ in range(10):
        measure = a_measure()
        a_window(measure.plan, measure=measure)

    assert first == queries_of(client, "/consult/") == 3
