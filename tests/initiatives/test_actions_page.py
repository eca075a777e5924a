"""わたしにできること: the actions of all plans by actor, theme and plan."""

import pytest
from bs4 import BeautifulSoup

from initiatives.models import CocreationAction
from tests.factories import a_measure, a_plan, a_policy
from tests.initiatives.records import an_action
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

KASHIWA = "kashiwa-chiiki-fukushi"


def shown(client, query=""):
    return BeautifulSoup(client.get(f"/actions/{query}").content, "html.parser")


def headings(soup):
    return [h2.text for h2 in soup.select("section:not(.choices) > h2")]


def test_what_residents_can_do_comes_first(client):
    assert headings(shown(client)) == ["市民ができること", "地域住民や団体ができること"]


def test_an_action_is_quoted_with_where_it_stands(client):
    soup = shown(client, "?actor=citizen&theme=disaster")

    (action,) = soup.select(".said > li")
    assert "日頃から災害に対する備えを行い" in action.blockquote.text
    assert action.h3.a["href"] == f"/plans/{KASHIWA}/measures/4-1/"
    assert action.select_one(f'a[href="/plans/{KASHIWA}/"]')
    assert action.select_one('a[href="/themes/disaster/"]').text == "防災"
    assert "選んだ条件に合うものは、1件あります。" in soup.text


def test_a_link_counts_what_the_other_choices_leave(client):
    links = shown(client, "?actor=citizen&theme=disaster").select(".picks a")

    assert [(link.text, link["href"]) for link in links] == [
        ("すべて（2件）", "/actions/?theme=disaster"),
        ("市民ができること（1件）", "/actions/?actor=citizen&theme=disaster"),
        ("地域でできること（1件）", "/actions/?actor=community&theme=disaster"),
    ]
    assert [link.get("aria-current") for link in links][1] == "true"


def test_what_the_city_does_is_shown_only_where_it_is_asked_for(client):
    everything = shown(client, "?theme=disaster")
    (link,) = [
        link for link in everything.select("a") if "市がすることを見る" in link.text
    ]

    assert "市がすること" not in headings(everything)
    assert (link.text, link["href"]) == (
        "市がすることを見る（1件）",
        "/actions/?actor=city&theme=disaster",
    )
    assert headings(shown(client, link["href"].removeprefix("/actions/"))) == [
        "市がすること"
    ]


def test_the_narrower_choices_are_folded_until_one_is_made(client):
    assert not shown(client).details.has_attr("open")
    assert shown(client, "?theme=disaster").details.has_attr("open")


def test_an_action_without_themes_is_found_by_those_of_its_measure(client):
    measure = a_measure(themes="poverty")
    an_action(measure, behaviour_change="寄付をする")

    assert "寄付をする" in shown(client, "?theme=poverty").text


def test_nothing_found_says_so_and_leads_out(client):
    soup = shown(client, "?actor=citizen&theme=poverty&plan=okegawa-shakyo-6")

    assert "選んだ条件に合うものは、ありません。" in soup.text
    ways = [link["href"] for link in soup.select(".verdict + .ways a")]
    assert ways == ["/actions/"]


def test_a_way_out_drops_the_condition_that_stands_in_the_way(client):
    soup = shown(client, f"?actor=residents_and_groups&plan={KASHIWA}")

    ways = [link["href"] for link in soup.select(".verdict + .ways a")]
    assert ways == [
        f"/actions/?plan={KASHIWA}",
        "/actions/?actor=residents_and_groups",
        "/actions/",
    ]


@pytest.mark.parametrize(
    ("query", "name"),
    [("?actor=nobody", "だれが"), ("?theme=%00", "テーマ"), ("?plan=none", "計画")],
)
def test_a_wrong_value_is_left_out_and_named(client, query, name):
    text = shown(client, query).text

    assert f"「{name}」の条件は、このページで使えない値のため" in text
    assert "計画が呼びかけていることは、24件あります。" in text


def test_a_page_behind_the_last_is_the_first(client):
    first = shown(client).select_one("main").text

    assert shown(client, "?page=99").select_one("main").text == first


def test_pages_lead_on_with_the_choices_kept(client):
    soup = shown(client, f"?plan={KASHIWA}")

    onward = soup.select_one("[rel=next]")["href"]
    assert onward == f"?plan={KASHIWA}&page=2"
    assert len(shown(client, onward).select(".said > li")) == 4


def test_drafts_are_not_shown(client):
    an_action(a_measure(a_policy(a_plan(state="draft"))), appeal="まだ秘密")

    assert "まだ秘密" not in shown(client, "?actor=citizen").text


def test_a_site_without_actions_says_so(client):
    CocreationAction.objects.all().delete()

    assert "呼びかけのある計画は、まだ公開されていません。" in shown(client).text


def test_the_page_costs_four_queries_however_many_actions(client):
    first = queries_of(client, "/actions/")
    for _ in range(20):
        an_action()

    assert first == queries_of(client, "/actions/") == 4
