import pytest
from bs4 import BeautifulSoup

from tests.factories import a_plan
from tests.plans.records import a_publisher
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def cities(client, address):
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return [link.text for link in soup.select("main .picks a")]


@pytest.fixture
def three_cities():
    for code, name in (
        ("122173", "柏市"),
        ("122041", "船橋市"),
        ("011002", "札幌市"),
    ):
        a_plan(publisher=a_publisher(municipality_code=code, name=name))


def test_prefectures_are_listed_with_how_many_cities_they_have(client, three_cities):
    assert cities(client, "/prefectures/") == ["北海道（1）", "千葉県（2）"]


def test_a_prefecture_lists_its_cities_in_the_order_of_their_codes(
    client, three_cities
):
    assert cities(client, "/prefectures/12/") == ["船橋市", "柏市"]


def test_a_prefecture_that_there_is_not_is_not_found(client):
    assert client.get("/prefectures/48/").status_code == 404
    assert client.get("/prefectures/chiba/").status_code == 404


def test_a_city_is_found_by_a_part_of_its_name(client, three_cities):
    assert cities(client, "/cities/?city=船橋") == ["船橋市"]
    assert cities(client, "/cities/?city=市&prefecture=01") == ["札幌市"]


def test_a_name_that_no_city_has_is_said_to_find_nothing(client, three_cities):
    page = client.get("/cities/?city=函館").content.decode()

    assert "この地域の計画は見つかりません。" in page


def test_a_city_with_nothing_but_drafts_is_not_listed(client):
    city = a_publisher(municipality_code="122173", name="柏市")
    a_plan(publisher=city, state="draft")

    assert cities(client, "/prefectures/12/") == []
    assert (
        "都道府県が分かる市区町村は、まだありません。"
        in client.get("/prefectures/").content.decode()
    )


def test_a_long_list_has_pages_and_costs_the_same(client):
    for number in range(60):
        a_plan(publisher=a_publisher(municipality_code="122173", name=f"市{number:02}"))

    first = cities(client, "/prefectures/12/")
    second = cities(client, "/prefectures/12/?page=2")

    assert (len(first), len(second)) == (50, 10)
    assert queries_of(client, "/prefectures/12/") <= 3
    assert queries_of(client, "/cities/") <= 3
