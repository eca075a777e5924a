"""What a revision may not say: told at its box, with nothing lost and nothing kept."""

import pytest

from indicators.models import GoalRevision
from tests.factories import a_plan, a_target, an_initiative
from tests.indicators.goal_revising.conftest import (
    preview_form,
    revise_url,
    typed_form,
)
from tests.indicators.published import publish_value
from tests.sent_forms import SentForm
from tests.value_records import a_milestone

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"value": ""}, "新しい目標値を入力してください"),
        ({"value": "たくさん"}, "数として読めません"),
        ({"value": "―"}, "どれを指すか分かりません"),
        ({"value": "950.5"}, "小数点以下"),
        ({"value": "950", "unit": ""}, "単位を入力してください"),
        ({"value": "950", "text": "ふやす"}, "どちらか一方だけ"),
        ({"value": "950", "year": "12年度"}, "元号がありません"),
        ({"value": "950", "year": "R5"}, "基準年度より後の年度"),
        ({"value": "1100"}, "いまの目標と同じです"),
    ],
    ids=[
        "blank", "words", "dash", "decimals", "unit", "both", "no-era",
        "before-baseline", "as-before",
    ],
)  # fmt: skip
def test_a_goal_that_cannot_be_is_refused_at_its_box(planner, target, typed, said):
    form = typed_form(planner, target, **typed)

    screen, again = form.send(), form.send_and_stay()

    (mistake,) = screen.mistakes
    assert said in mistake
    assert mistake.startswith(f"{target.code} {target.name}：")
    assert "aria-invalid" in screen.response.content.decode()
    for name, value in typed.items():
        assert again.values[f"t{target.pk}-{name}"] == value
    assert again.values["decision-reason"] == "参加者が見込みより少ないため"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("reason", "", "見直した理由を入力してください"),
        ("reason", "　", "見直した理由を入力してください"),
        ("decided_on", "", "決めた日を入力してください"),
        ("decided_on", "来月", "日付として読めません"),
        ("decided_on", "2027-01-05", "今日より後です"),
        ("effective_from_fy", "", "どの年度からかを選んでください"),
        ("effective_from_fy", "2024", "令和6年度までの判定は公表されています"),
        ("effective_from_fy", "2031", "目標年度かその前の年度から"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_at_its_box(
    planner, target, name, value, said
):
    form = typed_form(planner, target).fill(**{f"decision-{name}": value})

    (mistake,) = form.send().mistakes

    assert said in mistake


def test_an_interim_goal_after_the_new_year_is_named(planner, target):
    a_milestone(target=target, fiscal_year=2028, value=1000)

    screen = typed_form(planner, target, year="R9").send()

    assert "令和10年度の中間の目標" in screen.mistakes[0]


def test_one_refused_goal_stops_the_others(planner, initiative, target):
    other = a_target(initiative)
    form = typed_form(planner, target, other)

    form.fill(**{f"t{other.pk}-value": "?"}).send()

    assert not GoalRevision.objects.exists()


def test_nothing_chosen_leads_back_with_a_word(planner, target):
    stranger = a_target(an_initiative())
    address = revise_url(target).partition("?")[0]

    answers = [planner.get(address, {"target": stranger.pk}, follow=True)]
    answers.append(planner.get(address, {"target": "²"}, follow=True))

    for answer in answers:
        assert "1つ以上選んでください" in answer.content.decode()


@pytest.mark.parametrize("state", ["draft", "archived"])
def test_goals_of_a_plan_that_is_not_running_are_not_revised(planner, state):
    target = a_target()
    target.plan.state = state
    target.plan.save()
    a_plan()

    response = planner.get(revise_url(target))

    assert response.status_code == 404


def test_the_button_pressed_twice_stores_one_revision(planner, target):
    form = preview_form(planner, target)
    form.send()

    again = form.send(follow=True)

    assert "すでに確定しています" in again.response.content.decode()
    assert GoalRevision.objects.count() == 1


def test_a_target_that_changed_since_the_preview_is_shown_again(planner, target):
    form = preview_form(planner, target)
    target.name = "別の名前"
    target.save()

    screen = form.send()
    second = SentForm(planner, revise_url(target), "confirm", screen.response)

    assert screen.status == 409
    assert "別の名前" in screen.text
    assert not GoalRevision.objects.exists()
    assert second.send().status == 302
    assert GoalRevision.objects.count() == 1


def test_a_value_published_since_the_preview_closes_the_year(planner, target):
    form = preview_form(planner, target)
    publish_value(target, 2026, "960")

    screen = form.send()

    assert "令和8年度までの判定は公表されています" in screen.mistakes[0]
