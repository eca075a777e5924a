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


def test_windows_stand_by_place_and_plan_with_their_source(client):
    soup = shown(client)

    assert [h2.text for h2 in soup.select("section > h2")] == [
        "柏市",
        "桶川市",
        "相談先の名前が出てこない計画",
    ]
    window = soup.select_one("#window-kashiwa-chiiki-fukushi-sogo-sodan")
    assert window.h4.text == "福祉の総合相談窓口"
    assert "断らない相談窓口" in window.blockquote.text
    link = window.select_one("a")
    assert link["href"] == "/plans/kashiwa-chiiki-fukushi/measures/2-1/"
    assert link.text == "基本方針2 基本施策1 主な取組"


def test_a_number_is_shown_only_where_the_plan_prints_one(client):
    soup = shown(client)

    printed = [li.h4.text for li in soup.select(".windows > li") if "TEL" in li.text]
    assert printed == ["社会福祉法人 柏市社会福祉協議会"]
    assert "電話番号は、計画に印刷されているときだけ載せています。" in soup.text


def test_a_plan_that_has_ended_says_that_its_windows_may_differ(client):
    text = shown(client).text

    assert "この計画の期間は平成30年度で終わりました。いまの相談先とは" in text


def test_contacts_of_a_publisher_are_shown_as_far_as_they_are_set(client):
    publisher = a_publisher(contact_name="福祉政策課", contact_phone="000-0000")
    a_window(a_plan(publisher=publisher, area_name="見本町"))

    (article,) = [
        each for each in shown(client).select("article") if "福祉政策課" in each.text
    ]

    assert "電話　000-0000" in article.text
    assert "メールアドレス" not in article.text
    assert "連絡先は未設定です" not in article.text


def test_contacts_that_are_not_set_are_not_made_up(client):
    cells = shown(client).select("article dd:last-of-type")

    assert {cell.text for cell in cells} == {"連絡先は未設定です"}


def test_windows_of_drafts_are_not_shown(client):
    a_window(a_plan(state="draft"), name="まだ開かない窓口")

    assert "まだ開かない窓口" not in shown(client).text


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
