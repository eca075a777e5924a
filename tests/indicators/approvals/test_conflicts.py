"""確かめること: figures that contradict each other."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from indicators.approvals.conflicts import PAGE, conflicts_page
from indicators.approvals.contradictions import (
    direction_contradiction,
    unit_contradiction,
)
from tests.factories import a_target
from tests.queries import queries_of
from tests.staff_records import a_person, logged_in
from tests.value_records import a_revision, an_observation

ADDRESS = "/staff/checks/"
NUMBERS = st.decimals(-1000, 1000, places=1)


def sentences(target):
    rows = [
        row for row in conflicts_page({})["rows"] if str(target.pk) in row["admin_url"]
    ]
    return [sentence for row in rows for sentence in row["sentences"]]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("value", "is_said"), [("940", True), ("904.0000", False)], ids=["differs", "same"]
)
def test_an_actual_of_the_baseline_year(value, is_said):
    target = a_target()
    an_observation(target=target, fiscal_year=2023, value=Decimal(value))

    said = "".join(sentences(target))

    assert bool(said) is is_said
    if is_said:
        assert "（令和5年度）の実績値940人／年が、基準値904人／年と違います" in said


@pytest.mark.django_db
def test_another_year_may_differ_from_the_baseline():
    target = a_target()
    an_observation(target=target, fiscal_year=2024, value=940)

    assert sentences(target) == []


@pytest.mark.django_db
def test_a_direction_against_the_gap_is_said_of_later_goals_too():
    target = a_target(direction="increase")
    a_revision(target=target, goal_value=800)

    (said,) = sentences(target)

    assert said.startswith("令和9年度からの目標：めざす向きは「増やす」ですが")


@given(baseline=NUMBERS, goal=NUMBERS)
def test_one_of_two_directions_contradicts_a_gap_and_none_where_there_is_none(
    baseline, goal
):
    said = [
        bool(direction_contradiction(way, mode="goal", baseline=baseline, goal=goal))
        for way in ("increase", "decrease")
    ]

    assert said.count(True) == (baseline != goal)
    if goal > baseline:
        assert said == [False, True]


@pytest.mark.parametrize("mode", ["maintain", "monitor"])
def test_only_a_goal_on_the_way_can_contradict(mode):
    assert not direction_contradiction(
        "decrease", mode=mode, baseline=Decimal(1), goal=Decimal(2)
    )


@pytest.mark.parametrize(
    ("baseline", "goal", "confirmed", "is_said"),
    [
        ("人／年", "人", False, True),
        ("人", "人/年", False, True),
        ("人／年", "人", True, False),
        ("人／年", "人/年", False, False),
        ("人／年", "回", False, False),
        ("人／年", "人／月", False, False),
        ("", "人／年", False, False),
    ],
    ids=[
        "goal without",
        "baseline without",
        "confirmed",
        "written otherwise",
        "another unit",
        "another period",
        "no baseline",
    ],
)
def test_a_period_on_one_side_alone(baseline, goal, confirmed, is_said):
    said = unit_contradiction(baseline, goal, confirmed=confirmed)

    assert bool(said) is is_said


@pytest.mark.django_db
def test_the_page_leads_to_where_it_is_mended(client):
    target = a_target(name="相談者数", direction="decrease")

    page = logged_in(client, a_person("計画担当")).get(ADDRESS)

    links = BeautifulSoup(page.content, "html.parser").select(".work a")
    assert f"/admin/indicators/target/{target.pk}/change/" in {
        tag["href"] for tag in links
    }
    assert "相談者数" in page.content.decode()


@pytest.mark.django_db
def test_the_page_costs_the_same_with_many_conflicts(client):
    planning, costs = logged_in(client, a_person("計画担当")), []
    for _ in range(2):
        for _ in range(4):
            target = a_target(direction="decrease")
            an_observation(target=target, fiscal_year=2023, value=1)
            a_revision(target=target, goal_value=2000)
        costs.append(queries_of(planning, ADDRESS))

    assert costs[0] == costs[1] <= 10


@pytest.mark.django_db
def test_a_long_list_goes_on_on_the_next_page(client):
    for number in range(PAGE + 1):
        a_target(name=f"目標{number:02}", direction="decrease", position=number)
    planning = logged_in(client, a_person("計画担当"))

    first, second = (
        BeautifulSoup(planning.get(f"{ADDRESS}?page={page}").content, "html.parser")
        for page in (1, 2)
    )

    shown = [{tag.text for tag in page.select(".work h2")} for page in (first, second)]
    assert [len(titles) for titles in shown] == [PAGE, 1]
    assert not shown[0] & shown[1]
    assert first.select_one(".pager [rel=next]")["href"] == "?page=2"
    assert f"{PAGE + 1}件" in first.main.text
