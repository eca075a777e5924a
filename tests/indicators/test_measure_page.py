import pytest
from bs4 import BeautifulSoup

from initiatives.models import Activity
from tests.factories import a_measure, a_target, an_initiative
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

KASHIWA = "/plans/kashiwa-chiiki-fukushi/measures/"


def read(client, address):
    """The words of a page, whatever is marked in them."""
    return BeautifulSoup(client.get(address).content, "html.parser").get_text()


def test_measure_page_shows_text_initiative_table_outcome_and_voice(client):
    page = read(client, f"{KASHIWA}3-1/")

    assert "地域を核とした心身の健康づくりの促進" in page
    assert "フレイル※予防の推進" in page
    assert "地域でフレイル予防の普及啓発活動を行う" in page
    assert "要介護認定率が下がり、健康寿命が延伸している" in page
    assert "何歳からでもいいので、まずは一回のぞいてみてください!" in page
    assert "フレイル予防サポーター" in page


def test_cocreation_table_has_a_row_an_actor_and_an_item_a_line(client):
    soup = BeautifulSoup(client.get(f"{KASHIWA}4-1/").content, "html.parser")

    rows = soup.select("table.act tbody tr")
    citizen = [item.text for item in rows[0].select("td:nth-of-type(1) li")]

    assert [row.th.text for row in rows] == ["市民", "地域", "市"]
    assert len(citizen) == 2
    assert citizen[0] == "普段から災害を意識し、災害を自分ごとに思う"
    assert citizen[1].startswith("平常時においても災害に備え、防災用品や避難場所")


def test_a_table_that_is_announced_but_absent_is_said_to_be(client):
    page = read(client, f"{KASHIWA}2-2/")

    assert "施策2の推進に向けた共創型オーガナイズアクション" in page
    assert "この表は、原典の掲載部分にありません。" in page


def test_measure_page_shows_a_source_note_beside_a_doubtful_text(client):
    soup = BeautifulSoup(client.get(f"{KASHIWA}2-1/").content, "html.parser")

    notes = soup.select_one(".note").text

    assert "原典の表記について" in notes
    assert "基本方針1の基本施策1と同じ説明です" in notes


def test_activities_and_appeals_stand_under_their_own_headings(client):
    page = client.get("/plans/okegawa-shakyo-6/measures/1-1/").content.decode()

    assert "現状と課題" in page
    assert "具体的な取組" in page
    assert "地域住民のみなさんや団体は" in page
    assert "ご近所づきあいを通して、地域の中のちょっとした困りごとを考えて" in page


def test_the_goals_in_words_of_a_project_stand_on_its_page(client):
    page = client.get("/plans/kashiwa-shakyo-3/measures/4-1/").content.decode()
    project = client.get("/plans/kashiwa-shakyo-3/measures/1-4/").content.decode()

    assert "ページが見つかりません" in page
    assert "つながりにくい人をそっと見守り、必要な時に支える環境ができる" in project
    assert "言葉による目標" in project


def test_the_next_measure_is_the_next_one_of_the_plan_not_of_its_number(client):
    soup = BeautifulSoup(client.get(f"{KASHIWA}1-3/").content, "html.parser")

    assert soup.select_one("[rel=prev]")["href"] == f"{KASHIWA}1-2/"
    assert soup.select_one("[rel=next]")["href"] == f"{KASHIWA}2-1/"


def test_measure_page_costs_six_queries_however_many_rows(client):
    measure = a_measure()
    a_target(an_initiative(measure))
    first = queries_of(client, measure.get_absolute_url())
    for number in range(20):
        initiative = an_initiative(measure)
        a_target(initiative)
        Activity.objects.create(
            plan=measure.plan, initiative=initiative, code=f"a-{number}", text="見守り"
        )

    assert queries_of(client, measure.get_absolute_url()) == first <= 6
