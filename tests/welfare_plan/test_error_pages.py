import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory

from tests.factories import a_measure, a_plan, a_policy
from welfare_plan import views


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/plans/no-such-plan/",
        "/plans/kashiwa-chiiki-fukushi/measures/9-9/",
        "/plans/kashiwa-chiiki-fukushi/targets/%00/",
        "/plans/kita-ku/policies/2/more/",
    ],
)
def test_a_wrong_address_says_so_in_japanese_and_leads_home(client, address):
    response = client.get(address)

    assert response.status_code == 404
    assert "ページが見つかりません" in response.content.decode()
    assert 'href="/"' in response.content.decode()


@pytest.mark.django_db
def test_furigana_stay_on_where_nothing_is_found(client):
    soup = BeautifulSoup(client.get("/nowhere/?furigana=1").content, "html.parser")

    assert soup.select_one("h1 ruby")
    assert soup.select_one(".furigana-switch").text == "ふりがなをはずす"
    links = [link["href"] for link in soup.select("main a")]
    assert links == [
        "/?furigana=1#plans",
        "/themes/?furigana=1",
        "/consult/?furigana=1",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?furigana=1"])
def test_the_address_above_all_plans_leads_to_their_list(client, query):
    assert client.get(f"/plans/{query}").url == f"/{query}#plans"


@pytest.mark.django_db
def test_a_draft_plan_has_no_page_at_any_address(client):
    measure = a_measure(a_policy(a_plan(state="draft")))

    for record in (measure.plan, measure.policy, measure):
        assert client.get(record.get_absolute_url()).status_code == 404
    for name in ("source-notes", "glossary"):
        address = f"{measure.plan.get_absolute_url()}{name}/"
        assert client.get(address).status_code == 404


def test_a_fault_of_ours_is_answered_in_japanese_without_the_database(monkeypatch):
    def broken(today):
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(views, "home_page", broken)

    response = Client(raise_request_exception=False).get("/")

    assert response.status_code == 500
    assert "ただいま表示できません" in response.content.decode()
    assert "broken on purpose" not in response.content.decode()


@pytest.mark.parametrize(
    ("view", "status", "words"),
    [
        (views.bad_request, 400, "送られた内容を読み取れませんでした"),
        (views.permission_denied, 403, "このページは開けません"),
    ],
)
def test_a_refusal_says_what_to_do_next(view, status, words):
    response = view(RequestFactory().get("/"))

    assert response.status_code == status
    assert words in response.content.decode()
