"""Who has an answer already is told at once whether anything has changed."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import parse_http_date

from plans.publishing import publishing
from tests import factories
from tests.welfare_plan.api.answers import API, get
from welfare_plan.api.operations import OPERATIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def target():
    with publishing("plan:mihon", "plan:other"):
        factories.a_plan(slug="other")
        plan = factories.a_plan(slug="mihon")
        measure = factories.a_measure(factories.a_policy(plan))
        return factories.a_target(factories.an_initiative(measure), code="t")


def unchanged(address, first, **headers):
    headers = headers or {"if-none-match": first["ETag"]}
    return get(address, headers=headers)


@pytest.mark.parametrize("address", ["targets/mihon/t", "targets?plan_id=mihon"])
def test_an_unchanged_answer_is_said_before_anything_is_read(
    target, address, monkeypatch
):
    first = get(address)
    for operation in OPERATIONS:
        monkeypatch.setitem(vars(operation), "answer", None)

    with CaptureQueriesContext(connection) as captured:
        again = unchanged(address, first)

    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == first["ETag"]
    assert again["Access-Control-Allow-Origin"] == "*"
    assert len(captured) == 1


def test_it_can_be_asked_by_the_day_as_well(target):
    first = get("targets/mihon/t")

    by_day = {"if-modified-since": first["Last-Modified"]}
    by_weak_tag = {"if-none-match": f'"x", W/{first["ETag"]}'}

    assert unchanged("targets/mihon/t", first, **by_day).status_code == 304
    assert unchanged("targets/mihon/t", first, **by_weak_tag).status_code == 304


def test_an_edit_of_the_plan_changes_what_is_said_of_it(target):
    first = get("targets/mihon/t")
    with publishing("plan:mihon"):
        target.name = "別の名称"
        target.save()

    again = unchanged("targets/mihon/t", first)

    assert again.status_code == 200
    assert "別の名称" in again.content.decode()


def test_an_edit_of_another_plan_does_not(target):
    first, all_plans = get("targets?plan_id=mihon"), get("targets")
    with publishing("plan:other"):
        pass

    assert unchanged("targets?plan_id=mihon", first).status_code == 304
    assert unchanged("targets", all_plans).status_code == 200


@pytest.mark.parametrize("relation", ["parent", "predecessor"])
def test_the_plan_that_a_plan_names_belongs_to_what_is_said_of_it(target, relation):
    plan = target.plan
    with publishing("plan:mihon"):
        setattr(plan, relation, factories.a_plan(slug="named", state="draft"))
        plan.save()
    first = get("plans/mihon")
    with publishing("plan:named"):
        getattr(plan, relation).__class__.objects.filter(slug="named").update(
            state="published"
        )

    again = unchanged("plans/mihon", first)

    assert again.status_code == 200
    assert again.json()[f"{relation}_plan_id"] == "named"


def test_the_end_of_a_fiscal_year_changes_what_is_said(target, monkeypatch):
    from datetime import date

    from django.utils import timezone

    own = timezone.localdate
    day = date(2027, 3, 31)
    monkeypatch.setattr(
        timezone, "localdate", lambda value=None: day if value is None else own(value)
    )
    first = get("targets/mihon/t")
    day = date(2027, 4, 1)
    by_day = {"if-modified-since": first["Last-Modified"]}

    assert unchanged("targets/mihon/t", first).status_code == 200
    assert unchanged("targets/mihon/t", first, **by_day).status_code == 200


def test_every_address_has_a_tag_of_its_own(target):
    addresses = ["targets", "targets?limit=1", "targets?limit=2", "plans", "themes"]

    assert len({get(address)["ETag"] for address in addresses}) == len(addresses)


@pytest.mark.parametrize("condition", ["if-none-match", "if-modified-since"])
def test_what_is_not_there_is_never_unchanged(target, condition):
    told = {"if-none-match": "*", "if-modified-since": "Sat, 01 Jan 2050 00:00:00 GMT"}

    for address in ("plans/nowhere", "targets/mihon/none", "targets/nowhere/t"):
        answered = get(address, headers={condition: told[condition]})
        assert answered.status_code == 404


@pytest.mark.parametrize("address", ["targets/mihon/t", "plans", "plans/nowhere"])
def test_head_says_what_get_says_without_a_body(target, address):
    asked = get(address)

    head = Client().head(f"{API}{address}")

    assert head.status_code == asked.status_code
    assert head.content == b""
    assert head["Content-Length"] == str(len(asked.content))
    assert dict(head.headers) == dict(asked.headers) | {
        "Content-Length": head["Content-Length"]
    }


def test_an_answer_sets_no_cookie_and_is_asked_for_each_time(target):
    said = get("targets")

    assert not said.cookies
    assert "Cookie" not in said.get("Vary", "")
    assert said["Cache-Control"] == "public, no-cache"


def test_work_on_a_draft_is_no_news_of_the_draft(target):
    """Whoever guesses its name must not learn that it is there, nor of each edit."""
    factories.a_plan(slug="draft", state="draft")

    def tags(slug):
        answered = get(f"targets?plan_id={slug}")
        return answered["Last-Modified"], answered["ETag"]

    before = [tags(slug) for slug in ("draft", "nowhere")]
    with publishing("plan:draft"):
        pass
    after = [tags(slug) for slug in ("draft", "nowhere")]

    assert before[0][0] == before[1][0]
    assert after[0][0] == after[1][0]
    assert (after[0] == before[0]) == (after[1] == before[1])


def test_a_plan_that_is_withdrawn_is_not_unchanged(target):
    first = get("targets?plan_id=mihon")
    with publishing("plan:mihon"):
        target.plan.state = "draft"
        target.plan.save()

    again = unchanged("targets?plan_id=mihon", first)

    assert again.json()["items"] == []
    assert parse_http_date(again["Last-Modified"]) >= parse_http_date(
        first["Last-Modified"]
    )


def test_the_description_is_sent_again_only_where_it_changed():
    first = get("openapi.json")

    again = unchanged("openapi.json", first)

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Access-Control-Allow-Origin"] == "*"
    assert get("openapi.json", headers={"if-none-match": '"x"'}).status_code == 200
