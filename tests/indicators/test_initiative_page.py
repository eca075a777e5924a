import pytest
from bs4 import BeautifulSoup

from initiatives.models import Activity, Department
from plans.models import Publisher
from tests.factories import a_target, an_initiative
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_initiative_page_shows_text_target_and_where_it_belongs(client):
    address = "/plans/kashiwa-chiiki-fukushi/initiatives/2-1-1/"

    page = BeautifulSoup(client.get(address).content, "html.parser").get_text()

    assert "「福祉の総合相談窓口」の設置" in page
    assert "断らない相談窓口" in page
    assert "福祉の総合相談窓口への新規相談者数" in page
    assert "分野や対象にとらわれず困りごとを丸ごと相談できる体制の充実" in page
    assert "原典に記載がありません。" in page


def test_initiative_page_lists_its_activities_in_the_words_of_the_plan(client):
    page = client.get("/plans/kashiwa-hashira-1/initiatives/1-1-3/").content.decode()

    assert "参考事業" in page
    assert "日常生活お手伝い（実施時期未定）" in page


def test_initiative_page_names_the_department_in_charge(client):
    publisher = Publisher.objects.create(
        slug="mihon", name="見本市", kind="municipality"
    )
    department = Department.objects.create(
        publisher=publisher, code="fukushi", name="福祉政策課"
    )

    page = client.get(an_initiative(department=department).get_absolute_url())

    assert "福祉政策課" in page.content.decode()


def test_initiative_page_costs_six_queries_however_many_rows(client):
    initiative = an_initiative()
    first = queries_of(client, initiative.get_absolute_url())
    for number in range(20):
        a_target(initiative)
        an_initiative(initiative.measure)
        Activity.objects.create(
            plan=initiative.plan,
            initiative=initiative,
            code=f"a-{number}",
            text="見守り",
        )

    assert queries_of(client, initiative.get_absolute_url()) == first <= 6
