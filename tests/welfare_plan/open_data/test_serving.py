"""What comes with a file, and how little is sent where nothing changed."""

from urllib.parse import unquote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plans.publishing import publishing
from tests import factories
from tests.plans.records import a_publisher
from tests.welfare_plan.open_data.files import address, body
from welfare_plan.open_data import storage
from welfare_plan.open_data.downloads import names_of
from welfare_plan.open_data.scopes import Scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    """Published, so that it has a revision."""
    with publishing("plan:mihon"):
        return factories.a_plan(
            slug="mihon", title="見本/計画", publisher=a_publisher()
        )


@pytest.fixture
def written(monkeypatch):
    """The names of the files that were written."""
    names, own = [], storage._write

    def write(scope, download):
        names.append(download.name)
        return own(scope, download)

    monkeypatch.setattr(storage, "_write", write)
    return names


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("observations.csv", "text/csv; charset=utf-8; header=present"),
        ("observations.json", "application/json; charset=utf-8"),
        ("csv.zip", "application/zip"),
        (
            "plan.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ],
)
def test_a_file_says_what_it_is_and_may_be_used_by_any_site(plan, name, content_type):
    response = Client().get(address(name, plan))

    data = body(response)
    assert response["Content-Type"] == content_type
    assert response["Content-Length"] == str(len(data))
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in response.headers
    assert not response.cookies


@pytest.mark.parametrize(
    ("of_one_plan", "ascii_name", "japanese"),
    [
        (True, "mihon-observations.csv", "見本_計画_実績値.csv"),
        (False, "all-observations.csv", "すべての計画_実績値.csv"),
    ],
    ids=["a plan", "all plans"],
)
def test_it_is_saved_under_a_name_that_every_system_takes(
    plan, of_one_plan, ascii_name, japanese
):
    where = address("observations.csv", plan if of_one_plan else None)

    said = Client().head(where)["Content-Disposition"]

    kind, plain, encoded = said.split("; ")
    assert kind == "attachment"
    assert plain == f'filename="{ascii_name}"'
    assert unquote(encoded.removeprefix("filename*=UTF-8''")) == japanese


@pytest.mark.parametrize("name", ["plans.csv", "plan.xlsx"])
def test_who_has_the_file_is_told_that_nothing_changed(plan, written, name):
    client, where = Client(), address(name, plan)
    first = client.get(where)
    body(first)

    by_tag = client.get(where, headers={"if-none-match": first["ETag"]})
    by_weak_tag = client.get(where, headers={"if-none-match": f"W/{first['ETag']}"})
    by_day = client.get(where, headers={"if-modified-since": first["Last-Modified"]})

    for answer in (by_tag, by_weak_tag, by_day):
        assert answer.status_code == 304
        assert answer.content == b""
        assert answer["ETag"] == first["ETag"]
        assert answer["Access-Control-Allow-Origin"] == "*"
    assert written == [name]


def test_asking_whether_it_changed_writes_no_file(plan, written):
    client, where = Client(), address("plans.csv", plan)
    head = client.head(where)

    unchanged = client.get(where, headers={"if-none-match": head["ETag"]})

    assert unchanged.status_code == 304
    assert "Content-Length" not in head.headers
    assert written == []


def test_head_says_what_get_says(plan):
    client, where = Client(), address("plans.csv", plan)
    get = client.get(where)
    body(get)

    head = client.head(where)

    assert head.status_code == 200
    assert b"".join(head) == b""
    assert dict(head.headers) == dict(get.headers)


def test_a_file_is_written_once_and_then_served_without_reading_a_table(plan, written):
    client, where = Client(), address("observations.csv", plan)
    first = body(client.get(where))

    with CaptureQueriesContext(connection) as captured:
        second = body(client.get(where))

    assert second == first
    assert written == ["observations.csv"]
    # Which plan it is, and its revision.
    assert len(captured) == 2


def test_every_file_of_a_scope_has_a_tag_of_its_own(plan):
    client = Client()
    scopes = [(None, Scope()), (plan, Scope(plan))]

    tags = [
        client.head(address(name, of))["ETag"]
        for of, scope in scopes
        for name in names_of(scope)
    ]

    assert len(set(tags)) == len(tags) > 100


@pytest.mark.parametrize(
    "where",
    [
        "/data/all/plan.xlsx",
        "/data/all/people.csv",
        "/data/all/plans.xml",
        "/data/all/csv",
        "/data/all/..csv",
        "/data/plans/mihon/people.json",
        "/data/plans/nowhere/plans.csv",
    ],
)
def test_what_there_is_not_is_not_found(plan, where):
    assert Client().get(where).status_code == 404


def test_a_draft_has_no_files(plan):
    draft = factories.a_plan(slug="draft", state="draft")

    answers = {
        name: Client().get(address(name, draft)).status_code
        for name in names_of(Scope(draft))
    }

    assert set(answers.values()) == {404}


def test_a_plan_that_is_withdrawn_has_none_any_more(plan):
    client, where = Client(), address("plans.csv", plan)
    tag = client.head(where)["ETag"]
    with publishing(*plan.publishing_scopes()):
        plan.state = "draft"
        plan.save()

    assert client.get(where, headers={"if-none-match": tag}).status_code == 404


def test_nothing_can_be_sent_to_a_file(plan):
    assert Client().post(address("plans.csv", plan)).status_code == 405
