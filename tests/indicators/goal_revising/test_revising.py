"""A planner replaces the goals of a plan: chosen, typed, seen, confirmed."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from indicators.models import GoalRevision
from tests.factories import a_target
from tests.indicators.goal_revising.conftest import (
    preview_form,
    revise_url,
    typed_form,
)
from tests.indicators.published import publish_value
from tests.queries import queries_of
from tests.sent_forms import Screen
from tests.value_records import an_observation

pytestmark = pytest.mark.django_db


def sides(screen):
    """The rows of the tables of a preview, cell by cell."""
    rows = BeautifulSoup(screen.response.content, "html.parser").select("tbody tr")
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("th,td")]
        for row in rows
    ]


def test_the_preview_shows_the_judgement_by_both_goals_and_stores_nothing(
    planner, target
):
    screen = typed_form(planner, target, value="1,000").send()

    (_, old_goal, old, _), (_, new_goal, new, judged) = sides(screen)
    assert (old_goal, old) == ("1,100人／年（令和12年度）", "988人／年")
    assert (new_goal, new) == ("1,000人／年（令和12年度）", "945.1人／年")
    assert "順調" in judged or "やや遅れ" in judged
    assert "令和8年度の値はまだないため、令和6年度の940人／年" in screen.text
    assert not GoalRevision.objects.exists()


def test_a_value_that_waits_for_its_approval_is_judged_in_the_preview(planner, target):
    an_observation(target=target, fiscal_year=2026, value="1000", state="submitted")

    screen = typed_form(planner, target, value="1000").send()

    assert [row[3].split()[1] for row in sides(screen)] == ["順調", "達成"]
    assert "ままだったとして" not in screen.text


def test_confirming_stores_all_goals_of_the_revision_with_their_history(
    planner, initiative, target
):
    other = a_target(initiative, name="講座の回数")

    answer = preview_form(planner, target, other, value="９５０人").send(follow=True)

    assert "2件の目標の見直しを確定しました" in answer.response.content.decode()
    rows = GoalRevision.objects.order_by("target_id")
    assert [(row.target, int(row.goal_value)) for row in rows] == [
        (target, 950),
        (other, 950),
    ]
    entry = rows[0].history.get()
    assert entry.history_user.last_name == "佐藤"
    assert entry.history_change_reason == "参加者が見込みより少ないため"
    assert LogEntry.objects.filter(user=entry.history_user).count() == 2


def test_visitors_read_the_new_goal_and_the_reason(planner, client, target):
    preview_form(planner, target, value="950").send()

    page = Screen(client.get(target.get_absolute_url())).text

    assert "参加者が見込みより少ないため" in page
    assert "950人／年" in page


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ({"value": "８０％", "unit": "%"}, ("set", "80", "%", 2030, "")),
        ({"value": "未定"}, ("undecided", None, "人／年", 2030, "")),
        ({"value": "1,200", "year": "R14"}, ("set", "1200", "人／年", 2032, "")),
        (
            {"value": "", "text": "相談を断らない体制をつくる"},
            ("statement", None, "", 2030, "相談を断らない体制をつくる"),
        ),
    ],
    ids=["percent", "undecided", "later-year", "in-words"],
)
def test_goals_are_read_as_offices_type_them(planner, target, typed, stored):
    preview_form(planner, target, **typed).send()

    row = GoalRevision.objects.get()
    value = None if row.goal_value is None else f"{row.goal_value:.0f}"
    told = (row.goal_state, value, row.goal_unit, row.goal_fiscal_year, row.goal_text)
    assert told == stored


def test_the_first_year_of_the_revision_is_shown_where_it_is_to_come(planner, target):
    form = typed_form(planner, target).fill(**{"decision-effective_from_fy": 2028})

    screen = form.send()

    assert "令和10年度の判定" in screen.text
    assert len(sides(screen)) == 2


def test_the_choice_lists_each_goal_in_force_and_its_revisions(planner, target):
    preview_form(planner, target, value="950").send()

    screen = Screen(planner.get(reverse("goal-choice", args=[target.plan.slug])))

    assert "いまの目標：950人／年（令和12年度）" in screen.text
    assert "令和8年度から（令和8年10月20日）" in screen.text


def test_the_pages_cost_the_same_for_one_target_and_for_many(
    planner, initiative, target
):
    choice = reverse("goal-choice", args=[target.plan.slug])
    one = [queries_of(planner, page) for page in (choice, revise_url(target))]
    others = [a_target(initiative) for _ in range(5)]
    for other in others:
        publish_value(other, 2024, "940")

    many = [queries_of(planner, choice), queries_of(planner, revise_url(*others))]

    assert one == many
    assert max(many) <= 10
    assert queries_of(planner, reverse("goal-plans")) <= 6


def test_the_lists_of_changes_name_the_new_goal_and_the_reason(
    planner, client, monkeypatch
):
    month_ago = timezone.now() - timedelta(days=30)
    with monkeypatch.context() as then:
        then.setattr(timezone, "now", lambda: month_ago)
        target = a_target()
    preview_form(planner, target, value="950").send()

    history = reverse("plan-history", args=[target.plan.slug])
    public = Screen(client.get(history)).text
    staff = Screen(planner.get(reverse("staff-changes"))).text

    for page in (public, staff):
        assert "950" in page
        assert "参加者が見込みより少ないため" in page
    assert "佐藤" not in public
