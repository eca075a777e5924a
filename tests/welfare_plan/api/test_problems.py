"""A request that cannot be answered is told what is wrong, where, and what to do."""

import json
import re

import pytest
from django.db import OperationalError
from django.test import Client

from tests import factories
from tests.welfare_plan.api.answers import API, get, problem
from welfare_plan.api import plans
from welfare_plan.api.operations import OPERATIONS

pytestmark = pytest.mark.django_db
PLAN = "kashiwa-chiiki-fukushi"
EVERY = [
    each.path.format(plan_id=PLAN, target_code="4-3", indicator_code="2-2")
    for each in OPERATIONS
]


@pytest.mark.parametrize("address", EVERY)
def test_a_parameter_that_there_is_not_is_named_with_those_that_there_are(address):
    said = problem(f"{address}?plan=1", 400)

    assert said["parameter"] == "plan"
    assert "パラメーター「plan」はありません。" in said["detail"]
    assert all(name in said["detail"] for name in said["known"])


@pytest.mark.parametrize(
    ("query", "name", "instruction"),
    [
        ("fiscal_year=R7", "fiscal_year", "1926から2199までの整数で書いてください。"),
        ("fiscal_year=1925", "fiscal_year", "1926から2199までの整数で"),
        ("fiscal_year=２０２５", "fiscal_year", "整数で"),
        ("limit=0", "limit", "1から200までの整数で書いてください。"),
        ("limit=201", "limit", "1から200までの整数で"),
        ("limit=", "limit", "整数で"),
        ("auto_status=good", "auto_status", "次のどれかを書いてください：achieved、"),
        ("sample=yes", "sample", "trueかfalseで書いてください。"),
        ("plan_id=柏市", "plan_id", "例：kashiwa-chiiki-fukushi"),
        ("target_id=1-1", "target_id", "例：kashiwa-chiiki-fukushi/1-1"),
        ("cursor=xyz", "cursor", "前のページのnextにあるアドレスを"),
        ("cursor=a/b/2025/1", "cursor", "そのまま使ってください。"),
    ],
)
def test_a_value_that_cannot_be_read_is_told_how_to_write_it(query, name, instruction):
    said = problem(f"observations?{query}", 400)

    assert said["parameter"] == name
    assert f"パラメーター「{name}」の値「" in said["detail"]
    assert instruction in said["detail"]


def test_a_parameter_twice_is_refused():
    said = problem("targets?limit=1&limit=2", 400)

    assert said["detail"] == "パラメーター「limit」は、1つだけ書いてください。"


@pytest.mark.parametrize(
    ("address", "name"), [("search", "q"), ("survey_results", "plan_id")]
)
def test_what_is_needed_is_asked_for(address, name):
    said = problem(address, 400)

    assert said["parameter"] == name
    assert "が必要です。" in said["detail"]


def test_a_long_search_is_refused_and_not_repeated_in_full():
    said = problem(f"search?q={'あ' * 101}", 400)

    assert "1文字から100文字まで" in said["detail"]
    assert len(said["detail"]) < 150


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("plans/nowhere", "公開している計画に「nowhere」はありません。"),
        (
            f"targets/{PLAN}/none",
            f"公開している取組目標に「{PLAN}/none」はありません。",
        ),
        ("survey_indicators/x/y", "公開している評価項目に「x/y」はありません。"),
    ],
)
def test_a_record_that_is_not_there_is_named_with_where_to_look(address, words):
    said = problem(address, 404)

    assert words in said["detail"]
    listed = re.search(r"/api/v1/\w+", said["detail"])[0]
    assert Client().get(listed).status_code == 200


def test_a_draft_is_not_there():
    factories.a_plan(slug="draft", state="draft")

    assert "「draft」はありません" in problem("plans/draft", 404)["detail"]


@pytest.mark.parametrize(
    "address",
    ["nowhere", "plans/", "targets/a/b/c", "openapi.yaml", "x%0Ay", "%00", "../x"],
)
def test_an_address_that_there_is_not_leads_to_the_list(address):
    said = problem(address, 404)

    assert said["title"] == "このアドレスはAPIにありません"
    assert API in said["detail"]


def test_a_slash_too_many_is_named():
    assert "最後の「/」を取ってください。" in problem("plans/", 404)["detail"]
    assert "最後の" not in problem("plan", 404)["detail"]


@pytest.mark.parametrize("address", [*EVERY, "openapi.json"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_nothing_can_be_sent(address, method):
    client = Client(enforce_csrf_checks=True)

    response = getattr(client, method)(f"{API}{address}")

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert "GETかHEADを使ってください。" in json.loads(response.content)["detail"]


def test_every_error_may_be_read_by_pages_of_other_sites_and_leads_to_its_help():
    response = get("targets?plan=1")

    page, _, anchor = response.json()["type"].partition("#")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert f'id="{anchor}"' in Client().get(page).content.decode()


@pytest.mark.parametrize(
    ("error", "status"), [(OperationalError("away"), 503), (ValueError("bug"), 500)]
)
def test_a_fault_of_the_site_is_said_in_the_same_way(monkeypatch, error, status):
    def fail(*_):
        raise error

    monkeypatch.setattr(plans, "_rows", fail)

    said = problem(
        f"plans/{PLAN}", status, client=Client(raise_request_exception=False)
    )

    assert "もう一度試してください。" in said["detail"]
    assert "bug" not in str(said)


def test_a_host_that_is_not_the_sites_is_refused_as_json():
    said = problem("plans", 400, headers={"host": "example.com"})

    assert "ヘッダーHost" in said["detail"]
