"""Corrections that are not stored: wrong input, nothing changed, another's edit."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from plans.models import SourceNote
from tests.factories import a_measure, a_plan, a_target
from tests.initiatives.records import a_voice
from tests.plans.records import a_note
from tests.queries import queries_of
from tests.sent_forms import SentForm, soup_of
from tests.staff_records import a_person, client_of

pytestmark = pytest.mark.django_db
REASON = {"correct-reason": "担当課に確かめました。"}


@pytest.fixture
def planner():
    return client_of(a_person("計画担当", last_name="佐藤", first_name="花子"))


def address(note):
    return reverse("note-settling", args=[note.pk])


def a_note_about(record, kind, **values):
    about = {"about_kind": kind, "about_code": record.code, "certainty": "probable"}
    return a_note(record.plan, **{**about, **values})


def fresh(record):
    record.refresh_from_db()
    return record


def test_wrong_input_is_told_and_kept(planner):
    target = a_target()
    note = a_note_about(target, "target", category="unit", printed="97回／年")
    form = SentForm(planner, address(note), "correct")
    form.fill(**{"r0-goal_value": "たくさん", "r0-goal_unit": "件", **REASON})

    screen, again = form.send(), form.send_and_stay()

    assert screen.mistakes == ["取組目標：目標値：数値を入力してください。"]
    assert again.values["r0-goal_value"] == "たくさん"
    assert again.values["r0-goal_unit"] == "件"
    assert fresh(note).settled is False


def test_a_rule_of_the_database_is_told_in_words(planner):
    target = a_target()
    note = a_note_about(target, "target", category="placeholder", printed="○件")

    form = SentForm(planner, address(note), "correct")
    screen = form.fill(**{"r0-goal_state": "undecided", **REASON}).send()

    assert screen.status == 200
    assert "目標値の状態を「数値」にしてください" in screen.mistakes[0]


def test_nothing_changed_is_no_correction(planner):
    measure = a_measure(description="府内連携会議")
    note = a_note_about(measure, "measure", printed="府内")

    screen = SentForm(planner, address(note), "correct").fill(**REASON).send()

    assert screen.mistakes == [
        "変えたところがありません。このままでよいときは「認める」を選んでください。"
    ]


def test_the_second_sees_both_versions_and_decides(planner):
    measure = a_measure(description="府内連携会議を開きます。")
    note = a_note_about(measure, "measure", printed="府内連携会議")
    form = SentForm(planner, address(note), "correct")
    form.fill(**{"r0-description": "庁内連携会議を開きます。", **REASON})
    measure.description = "府内連携会議を毎月開きます。"
    measure.save()

    screen, again = form.send(), form.send_and_stay()

    assert screen.status == 409
    assert screen.conflict == {
        "施策の説明": ("府内連携会議を毎月開きます。", "庁内連携会議を開きます。")
    }
    assert again.values["r0-description"] == "庁内連携会議を開きます。"
    assert again.values["correct-reason"] == "担当課に確かめました。"
    assert again.send().status == 302
    assert fresh(measure).description == "庁内連携会議を開きます。"


def test_old_and_new_words_with_the_reason_stand_in_the_log(planner):
    measure = a_measure(description="府内連携会議")
    note = a_note_about(measure, "measure", printed="府内")

    form = SentForm(planner, address(note), "correct")
    form.fill(**{"r0-description": "庁内連携会議", **REASON}).send()

    entry = LogEntry.objects.filter(object_id=str(measure.pk)).latest("pk")
    assert entry.change_message == (
        "原典の注記による修正：「府内」を「庁内」に（担当課に確かめました。）"
    )


@pytest.mark.parametrize("kind", ["plan", "policy"])
def test_a_plan_or_a_record_that_is_gone_is_put_right_elsewhere(planner, kind):
    plan = a_plan()
    note = a_note(plan, about_kind=kind, about_code="" if kind == "plan" else "gone")

    soup = soup_of(planner.get(address(note)))

    assert "管理画面" in soup.select_one("#correct").text
    assert not soup.select("#correct button")


@pytest.mark.parametrize(
    "kind", ["section", "policy", "measure", "initiative", "target", "survey"]
)
def test_every_real_note_of_a_kind_offers_something_to_edit(planner, kind):
    for note in SourceNote.objects.filter(about_kind=kind):
        soup = soup_of(planner.get(address(note)))

        assert soup.select("#correct [name^=r0-]"), str(note)


def test_the_screen_costs_few_queries(planner):
    measure = a_measure(description="府内連携会議")
    few = queries_of(planner, address(a_note_about(measure, "measure")))
    for _ in range(5):
        a_voice(measure)
        note = a_note_about(measure, "measure")

    assert queries_of(planner, address(note)) == few <= 10
