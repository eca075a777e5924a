"""The page of one theme: what all plans promise under it."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import (
    a_measure,
    a_plan,
    a_policy,
    a_target,
    an_initiative,
)
from tests.indicators.dashboards.standings import publish_values
from tests.initiatives.records import an_action
from tests.plans.records import a_note, a_theme, a_window
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme():
    return a_theme(slug="snow", name="雪かき", description="雪をかく取組です。")


def shown(client, slug="snow"):
    return BeautifulSoup(client.get(f"/themes/{slug}/").content, "html.parser")


def test_a_theme_says_what_it_is_and_who_sorted(client):
    soup = shown(client, "disaster")

    assert soup.h1.text == "防災"
    assert "災害への備えと、災害のときの助けあいの取組です。" in soup.text
    assert "テーマは、このサイトが付けた分類です。" in soup.text


def test_a_theme_shows_measures_initiatives_targets_and_windows(client):
    soup = shown(client, "consultation")

    addresses = {link["href"] for link in soup.select("main a")}
    kashiwa = "/plans/kashiwa-chiiki-fukushi/"
    assert {
        f"{kashiwa}measures/2-1/",
        f"{kashiwa}initiatives/2-1-1/",
        f"{kashiwa}targets/2-1/",
        "/consult/#window-kashiwa-chiiki-fukushi-sogo-sodan",
        "/actions/?theme=consultation&plan=okegawa-shakyo-6",
    } <= addresses


def test_where_to_turn_to_comes_first_each_window_once(client):
    soup = shown(client, "consultation")

    first = soup.select_one("main section")
    names = [link.text for link in first.select(".t")]
    assert first.h2.text == "相談できるところ"
    assert names[:2] == ["福祉の総合相談窓口（柏市）", "地域子育て支援拠点（柏市）"]
    assert names[-1] == "社会福祉法人 柏市社会福祉協議会（柏市）"
    assert names.count("福祉の総合相談窓口（柏市）") == 1
    assert [each.text for each in first.select(".d")][-1] == "終わった計画"


@pytest.mark.parametrize(
    ("slug", "window"),
    [("elderly", "地域包括支援センター"), ("disability", "相談支援センター")],
)
def test_older_and_disabled_people_find_where_to_turn_to(client, slug, window):
    assert f"{window}（桶川市）" in shown(client, slug).select_one("section").text


def test_a_theme_of_windows_alone_has_no_empty_plans(client, theme):
    a_window(a_plan(area_name="見本町"), themes="snow", name="雪の相談室")

    soup = shown(client)

    assert soup.select_one(".verdict").text == "1件の計画に、相談先1件があります。"
    assert not soup.select(".ofplan")
    assert "まだありません" not in soup.text


def test_a_target_stands_with_its_source_notes_and_no_other(client, theme):
    initiative = an_initiative(a_measure(themes="snow"), themes="snow")
    target = a_target(initiative)
    about = {"about_kind": "target", "about_code": target.code}
    a_note(target.plan, **about, reason="単位が違います。")
    a_note(a_plan(), **about, reason="ほかの計画の注記です。")

    (item,) = shown(client).select(".item")

    assert "単位が違います。" in item.text
    assert "ほかの計画の注記" not in item.text


def test_a_theme_leads_up_to_all_themes(client):
    crumbs = shown(client, "disaster").select(".crumbs a")

    assert [link["href"] for link in crumbs][-1] == "/themes/"


def test_all_themes_stand_on_one_page_with_what_they_are_about(client):
    soup = BeautifulSoup(client.get("/themes/").content, "html.parser")

    rows = {link["href"]: link.text for link in soup.select(".rows a")}
    assert len(rows) == 15
    assert "災害への備えと" in rows["/themes/disaster/"]
    assert queries_of(client, "/themes/") == 2


def test_plans_without_measures_are_found_by_their_policies(client):
    soup = shown(client, "rehabilitation")

    links = [link["href"] for link in soup.select(".promises a")]
    assert links == [f"/plans/kashiwa-saihan-boshi/policies/{n}/" for n in range(1, 6)]


def test_an_initiative_brings_its_measure_along_without_counting_it(client, theme):
    measure = a_measure(title="地域の力")
    an_initiative(measure, title="雪おろし", themes="health snow support")
    an_initiative(measure, title="花だん", themes="snowman")

    soup = shown(client)

    assert soup.select_one(".verdict").text == "1件の計画に、取組1件があります。"
    assert [link.text for link in soup.select(".promises a:not(.own)")][
        -1
    ] == "雪おろし"
    assert not soup.select(".promises .own")
    assert "花だん" not in soup.text


def test_a_target_stands_with_its_status_of_the_year_of_its_plan(client, theme):
    plan = a_plan(title="見本の計画")
    initiative = an_initiative(a_measure(a_policy(plan)), themes="snow")
    publish_values(a_target(initiative, name="雪かきの人数"), r7="1112")

    (item,) = shown(client).select(".item")

    assert "雪かきの人数" in item.text
    assert "達成" in item.select_one(".st").text


def test_an_action_counts_by_its_own_themes_or_those_of_its_measure(client, theme):
    measure = a_measure(themes="snow")
    an_action(measure, actor="citizen")
    an_action(measure, actor="city", themes="health")

    assert "市民や地域への呼びかけ1件" in shown(client).text


def test_drafts_are_not_shown(client, theme):
    draft = a_policy(a_plan(state="draft"))
    an_initiative(a_measure(draft, themes="snow"), themes="snow")
    a_window(draft.plan, themes="snow")

    assert "このテーマの施策や取組は、まだありません。" in shown(client).text


@pytest.mark.parametrize("slug", ["snow-man", "SNOW", "nix"])
def test_an_unknown_theme_is_not_found(client, theme, slug):
    assert client.get(f"/themes/{slug}/").status_code == 404


def test_the_page_costs_four_queries_however_many_records(client, theme):
    a_target(an_initiative(a_measure(themes="snow"), themes="snow"))
    first = queries_of(client, "/themes/snow/")
    for _ in range(10):
        initiative = an_initiative(a_measure(themes="snow"), themes="snow")
        publish_values(a_target(initiative), r7="940")
        an_action(initiative.measure, themes="snow")

    assert first == queries_of(client, "/themes/snow/") == 4


def test_the_front_page_leads_to_every_theme(client, theme):
    soup = BeautifulSoup(client.get("/").content, "html.parser")

    links = {link["href"]: link.text for link in soup.select(".picks a")}
    assert len(links) == 16
    assert links["/themes/snow/"] == "雪かき"
