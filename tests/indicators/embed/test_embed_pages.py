"""The frames and drawings: what they say, and that no other page may be framed."""

from datetime import date
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from indicators.dashboards.pages import plan_dashboard
from plans.models import Plan
from tests import factories, value_records
from tests.indicators.published import NOVEMBER_R8, publish_value, stop_the_clock
from tests.queries import queries_of
from tests.rights_world import World, routes

pytestmark = pytest.mark.django_db


@pytest.fixture
def target(monkeypatch):
    stop_the_clock(monkeypatch)
    plan = factories.a_plan(period_start_fy=2024, period_end_fy=2030)
    measure = factories.a_measure(factories.a_policy(plan))
    target = factories.a_target(factories.an_initiative(measure))
    publish_value(target, 2025, "940")
    return target


def address(kind, record, end="/"):
    return f"/embed/{kind}/{record.plan.slug}/{record.code}{end}"


def frame_text(client, place):
    soup = BeautifulSoup(client.get(place).content, "html.parser")
    return " ".join(soup.main.get_text(" ").split())


def drawn_text(client, place):
    root = ElementTree.fromstring(client.get(place).content)
    return " ".join(text.text for text in root.findall(".//{*}text"))


def test_a_target_says_its_status_sentence_year_unit_and_publisher(client, target):
    frame = frame_text(client, address("targets", target))
    drawing = drawn_text(client, address("targets", target, ".svg"))

    for text in (frame, drawing):
        assert target.name in text
        assert "令和7年度（2025年度）" in text
        assert "△ やや遅れ" in text
        assert "940人／年（令和7年度）" in text
        assert "1,100人／年（令和12年度）" in text
        assert "原典の掲載部分に記載がありません" in text.replace(" ", "")
        assert "くわしく見る" in text
        assert "サンプル" not in text


def test_the_link_of_a_frame_leaves_the_frame(client, target):
    soup = BeautifulSoup(client.get(address("targets", target)).content, "html.parser")

    link = soup.select_one("main a")
    assert (link["href"], link["target"]) == (target.get_absolute_url(), "_top")
    assert soup.select("script, form") == []


def test_a_policy_counts_as_its_dashboard_does(client, target):
    policy = target.initiative.measure.policy
    factories.a_target(target.initiative)

    frame = frame_text(client, address("policies", policy))
    drawing = drawn_text(client, address("policies", policy, ".svg"))

    tiles = plan_dashboard(target.plan, {"policy": policy.code}, NOVEMBER_R8)["tiles"]
    assert len(tiles) >= 3
    for tile in tiles:
        word, count = tile["chip"]["word"], tile["count"]
        assert f"{word} {count}件" in frame
        assert f"{word}：{count}件" in drawing


def test_a_policy_without_numbers_says_how_its_work_is_reviewed(client):
    place = "/embed/policies/okegawa-shakyo-6/1/"

    assert "担当課評価" in frame_text(client, place)
    assert "担当課評価" in drawn_text(client, place.rstrip("/") + ".svg")


def test_samples_are_marked(client, target):
    value_records.an_observation(target=target, fiscal_year=2024, is_sample=True)

    assert "サンプル値" in frame_text(client, address("targets", target))
    assert "サンプル値" in drawn_text(client, address("targets", target, ".svg"))


def test_a_value_that_is_not_published_is_not_shown(client, target):
    value_records.an_observation(
        target=target, fiscal_year=2026, value="98765432", state="approved"
    )

    assert "98,765,432" not in frame_text(client, address("targets", target))


@pytest.mark.parametrize("kind", ["targets", "policies"])
@pytest.mark.parametrize("end", ["/", ".svg"])
def test_what_is_not_public_is_a_small_page_that_says_so(client, target, kind, end):
    policy = target.initiative.measure.policy
    Plan.objects.filter(pk=target.plan_id).update(state="draft")
    record = target if kind == "targets" else policy

    draft = client.get(address(kind, record, end))
    unknown = client.get(f"/embed/{kind}/nowhere/1{end}")

    assert (draft.status_code, unknown.status_code) == (404, 404)
    assert draft.content == unknown.content
    assert "公開していません" in draft.content.decode()
    assert draft["Content-Type"].startswith(
        "text/html" if end == "/" else "image/svg+xml"
    )
    assert len(draft.content) < 3_000


@pytest.mark.parametrize("end", ["/", ".svg"])
def test_a_card_costs_no_more_queries_than_the_page_of_its_record(client, target, end):
    policy = target.initiative.measure.policy

    assert queries_of(client, address("targets", target, end)) <= 6
    assert queries_of(client, address("policies", policy, end)) <= 6


def test_only_these_pages_may_be_framed_by_others():
    world = World()
    client = Client(raise_request_exception=False)

    framed = {}
    for route in routes():
        response = client.get(world.address(route, ""))
        response.close()
        is_free = "X-Frame-Options" not in response
        policy = response.headers.get("Content-Security-Policy", "")
        framed[route] = is_free and "frame-ancestors *" in policy
        assert is_free or response["X-Frame-Options"] == "DENY", route
        assert is_free == framed[route], route

    embeds = {route for route in routes() if route.startswith("embed/")}
    assert {route for route, is_free in framed.items() if is_free} == embeds
    assert len(embeds) == 4


@pytest.mark.parametrize("end", ["/", ".svg"])
def test_nothing_is_allowed_that_could_be_put_in_from_outside(client, target, end):
    policy = client.get(address("targets", target, end))["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_the_day_counts_as_on_the_pages(client, target, monkeypatch):
    place = address("targets", target)
    before = frame_text(client, place)

    monkeypatch.setattr(
        "django.utils.timezone.localdate", lambda *args: date(2031, 5, 1)
    )

    assert frame_text(client, place) != before
