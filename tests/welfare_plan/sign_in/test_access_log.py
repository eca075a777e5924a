"""Who came, who was refused, what was taken out: written once and for good."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.db.models import F
from django.urls import reverse

from tests.queries import queries_of
from tests.staff_records import a_person, client_of
from tests.welfare_plan.people.pages import opened
from tests.welfare_plan.sign_in.logins import ELSEWHERE, HOME, WORD, tried
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db
LOG = "/staff/access-log/"
Kind = AccessEvent.Kind


def events():
    """All lines, oldest first."""
    rows = AccessEvent.objects.order_by("pk")
    return list(rows.values_list("kind", "person__username", "address", "what"))


def rows_of(client, **query):
    main = opened(client, f"{LOG}?" + "&".join(f"{k}={v}" for k, v in query.items()))
    return [[cell.text for cell in row.select("td")] for row in main.select("tbody tr")]


def test_logins_failures_and_logouts_are_written_with_the_address(person, client):
    tried(person.username, "wrong", HOME)
    tried(person.username, WORD, ELSEWHERE, client)
    client.post("/staff/logout/", REMOTE_ADDR=ELSEWHERE)

    assert events() == [
        ("failed", person.username, HOME, ""),
        ("login", person.username, ELSEWHERE, ""),
        ("logout", person.username, ELSEWHERE, ""),
    ]


@pytest.mark.parametrize("is_known", [True, False], ids=["known", "unknown"])
def test_a_lock_is_one_row_however_often_it_is_tried(person, guarded, is_known):
    name = person.username if is_known else "nobody"
    for _ in range(60):
        tried(name, "wrong")

    assert [kind for kind, *_ in events()] == ["failed"] * 4 + ["locked"]


def test_each_pair_and_each_lock_has_a_row_of_its_own(person, guarded):
    def locked(address):
        for _ in range(7):
            tried(person.username, "wrong", address)

    locked(HOME)
    locked(ELSEWHERE)
    long_ago = F("attempt_time") - timedelta(minutes=16)
    AccessAttempt.objects.update(attempt_time=long_ago)
    locked(HOME)

    rows = [(kind, address) for kind, _, address, _ in events() if kind == "locked"]
    assert rows == [("locked", HOME), ("locked", ELSEWHERE), ("locked", HOME)]


def test_a_name_that_nobody_has_is_not_kept_since_it_may_be_a_password():
    tried("saru-ki-yama-42", "")
    tried("saru-ki-yama-42", "x")

    ((kind, name, _, what),) = events()
    assert (kind, name, what) == ("failed", None, "登録のないログイン名")


def test_a_change_of_password_is_written(person):
    client = client_of(person)
    new = {"new_password1": "kawa-no-ishi-9", "new_password2": "kawa-no-ishi-9"}

    client.post("/staff/password/", {"old_password": WORD, **new})

    assert events()[-1][:2] == ("password", person.username)


def test_each_file_that_is_taken_out_is_written_and_pages_are_not(administrator):
    client = client_of(administrator)
    client.get("/staff/people/")

    client.get("/staff/people/people.csv")
    client.get("/staff/people/people.csv/nowhere")

    files = [event for event in events() if event[0] == "file"]
    assert files == [
        ("file", administrator.username, "127.0.0.1", "/staff/people/people.csv")
    ]


def test_exports_of_the_admin_are_written():
    planner = a_person("計画担当", is_staff=True)
    address = "/admin/plans/measure/export/"

    client_of(planner).get(address, {"format": "csv", "home": ""})

    assert events()[-1][::3] == ("file", address)


def test_a_file_is_not_given_out_where_the_line_cannot_be_written(
    administrator, monkeypatch
):
    client = client_of(administrator)
    client.raise_request_exception = False

    def full(*args, **kwargs):
        raise OSError("no room")

    monkeypatch.setattr("welfare_plan.sign_in.files.record", full)
    answer = client.get("/staff/people/people.csv")

    assert answer.status_code == 500
    assert administrator.username not in answer.content.decode()


def test_an_administrator_reads_when_who_what_and_from_where(administrator, person):
    tried(person.username, "wrong", HOME)
    client = client_of(administrator)

    row = rows_of(client, kind="failed")[0]

    assert row == ["ログインの失敗", f"山田 花子（{person.username}）", "", HOME]


def test_the_record_is_searched_by_person_address_kind_and_day(administrator, person):
    tried(person.username, "wrong", HOME)
    tried("nobody", "wrong", ELSEWHERE)
    client = client_of(administrator)

    assert len(rows_of(client, q="山田")) == 1
    assert len(rows_of(client, q=ELSEWHERE)) == 1
    assert len(rows_of(client, kind="failed")) == 2
    assert rows_of(client, day="2001-01-01") == []
    for nonsense in ("0000-99-99", "9999-12-31", "x"):
        assert rows_of(client, day=nonsense, q="%00", page="-1")


@pytest.mark.parametrize("role", ["担当課", "計画担当", "閲覧"])
def test_nobody_else_reads_it(role):
    assert client_of(a_person(role)).get(LOG).status_code == 403


def test_a_long_record_costs_no_more_queries(administrator):
    client = client_of(administrator)
    before = queries_of(client, LOG)
    people = [a_person() for _ in range(5)]
    AccessEvent.objects.bulk_create(
        AccessEvent(kind=Kind.LOGIN, person=people[number % 5], address=HOME)
        for number in range(300)
    )

    assert queries_of(client, LOG) == before <= 8
    assert len(rows_of(client)) == 100


def test_the_menu_of_an_administrator_leads_there(administrator):
    main = opened(client_of(administrator), "/staff/")

    assert main.select_one(f"a[href='{reverse('access-log')}']")
