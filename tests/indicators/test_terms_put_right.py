"""Terms put right after publication: told with why, and judged again when asked."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from indicators.actions import approve, publish
from indicators.models import GoalRevision, Milestone
from initiatives import answers
from tests.factories import a_target
from tests.indicators.published import publish_value, soup_of, stop_the_clock, text_of

pytestmark = pytest.mark.django_db

WHY = "原典の書き写しの誤り"


@pytest.fixture(autouse=True)
def november(monkeypatch):
    stop_the_clock(monkeypatch)


@pytest.fixture
def target():
    """904 to 1,100人／年, and 940 published for 令和7年度."""
    target = a_target(measure_type="flow")
    publish_value(target, 2025, "940")
    target.refresh_from_db()
    return target


def put_right(target, **values):
    for name, value in values.items():
        setattr(target, name, value)
    target.history_reason = WHY
    target.full_clean()
    target.save()


def revise(target, **values):
    defaults = {
        "effective_from_fy": 2026,
        "decided_on": "2026-04-01",
        "reason": "中間見直し",
        "goal_value": Decimal(1300),
        "goal_unit": "人／年",
    }
    GoalRevision.objects.create(target=target, **{**defaults, **values})


def test_the_same_value_is_published_again_by_the_right_terms(target, client):
    put_right(target, baseline_value=Decimal(870))
    value = target.observations.get()
    value.correction_reason = "基準値の誤りを直したため"
    answers.reopen(value, by=None)
    value.save()
    value.refresh_from_db()
    answers.submit(value, by=None)
    approve(value, by=None)
    publish(value)

    text = text_of(client, target.get_absolute_url())

    assert "（940 − 870）÷（1,100 − 870）" in text
    assert "実績の判定や注記を訂正：940人／年" in text
    assert "基準値の誤りを直したため" in text


def test_lists_show_the_figures_of_the_judgement_they_stand_beside(target, client):
    put_right(
        target,
        baseline_value=Decimal(100),
        baseline_unit="世帯",
        goal_value=Decimal(2000),
        goal_unit="世帯",
    )

    text = text_of(client, target.initiative.measure.get_absolute_url())

    assert "904人／年" in text
    assert "1,100人／年" in text
    assert "世帯" not in text


def test_lists_show_the_goal_in_force(client):
    target = a_target(measure_type="flow")
    revise(target, effective_from_fy=2025)
    publish_value(target, 2025, "940")

    text = text_of(client, target.initiative.get_absolute_url())

    assert "1,300人／年" in text
    assert "1,100人／年" not in text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"direction": "increase"}, ["めざす向き", "未設定", "増やす"]),
        ({"evaluation_mode": "monitor"}, ["判定のしかた", "推移を見る"]),
        (
            {"goal_state": "statement", "goal_value": None, "goal_text": "つながる"},
            ["目標値", "つながる"],
        ),
    ],
    ids=["direction", "mode", "a goal in words"],
)
def test_every_change_is_told_with_old_new_and_why(target, client, values, words):
    put_right(target, **values)

    page = soup_of(client, target.get_absolute_url())

    tables = [each for each in page.select("table") if "直した履歴" in each.text]
    assert len(tables) == 1
    assert all(word in tables[0].text for word in [*words, WHY])


def test_an_interim_goal_changes_with_a_reason_that_the_page_shows(client):
    target = a_target(measure_type="flow")
    milestone = Milestone.objects.create(
        target=target, fiscal_year=2027, value=Decimal(1000)
    )
    publish_value(target, 2025, "940")
    milestone.value = Decimal(1050)

    with pytest.raises(ValidationError, match="中間の目標を変えるには理由が必要です"):
        milestone.full_clean()
    milestone.history_reason = WHY
    milestone.full_clean()
    milestone.save()

    text = text_of(client, target.get_absolute_url())
    assert "令和9年度は1,000" in text
    assert "令和9年度は1,050" in text
    assert WHY in text


def test_a_goal_that_turns_to_words_later_is_shown_in_words(target, client):
    revise(
        target, goal_state="statement", goal_value=None, goal_text="だれもがつながる"
    )

    text = text_of(client, target.get_absolute_url())

    assert "言葉による目標「だれもがつながる」" in text


def test_no_pace_and_no_chart_lead_to_a_goal_in_another_unit(target, client):
    revise(target, goal_value=Decimal(5000), goal_unit="世帯")

    text = text_of(client, target.get_absolute_url())

    assert "世帯から、あと" not in text
    assert "必要です" not in text
    assert "見直した目標の単位が違うため、図はありません。" in text
