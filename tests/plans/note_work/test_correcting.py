"""Putting right, on the note's own screen, what a note is about."""

from decimal import Decimal

import pytest
from django.urls import reverse

from tests.factories import a_measure, a_policy, a_target, an_initiative
from tests.initiatives.records import a_voice, an_activity
from tests.plans.records import a_note
from tests.sent_forms import SentForm
from tests.staff_records import a_person, client_of
from tests.value_records import a_publication, an_observation

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


def test_the_words_are_found_marked_and_put_right(planner):
    measure = a_measure(description="関係課で府内連携会議を開きます。")
    note = a_note_about(measure, "measure", printed="府内連携会議")

    form = SentForm(planner, address(note), "correct")
    marked = [mark.text for mark in form.soup.select("mark")]
    text = "関係課で庁内連携会議を開きます。"
    form.fill(**{"r0-description": text, **REASON}).send()

    assert marked == ["府内連携会議"]
    assert fresh(measure).description == text
    assert fresh(note).settled is True
    assert (note.printed, note.shown) == ("府内連携会議", "庁内連携会議")
    assert note.certainty == "certain"
    assert note.reason.endswith("（発行者の確認：担当課に確かめました。）")


@pytest.mark.parametrize(
    ("parent", "make", "field"),
    [(a_measure, a_voice, "quotation"), (an_initiative, an_activity, "text")],
)
def test_words_in_a_part_that_has_no_notes_of_its_own_are_found(
    planner, parent, make, field
):
    record = parent()
    part = make(record, **{field: "誤った言葉です"})
    note = a_note_about(record, record._meta.model_name, printed="誤った")

    form = SentForm(planner, address(note), "correct")
    form.fill(**{f"r0-{field}": "正しい言葉です", **REASON}).send()

    assert getattr(fresh(part), field) == "正しい言葉です"
    assert fresh(note).shown == "正しい"


def test_without_the_words_all_texts_of_the_record_are_offered(planner):
    policy = a_policy(title="見守り", overview="見守りを進めます。")
    note = a_note_about(policy, "policy", printed="", category="other")

    form = SentForm(planner, address(note), "correct")
    form.fill(**{"r0-title": "見守り活動", **REASON}).send()

    assert fresh(policy).title == "見守り活動"
    assert fresh(note).shown == "活動"


def test_a_figure_is_put_right_as_people_type_it(planner):
    target = a_target(goal_value="97", goal_unit="回／年")
    note = a_note_about(target, "target", category="unit", printed="97回／年")

    form = SentForm(planner, address(note), "correct")
    values = {"r0-goal_unit": "人／年", "r0-goal_value": "１,０９７"}
    form.fill(**values, **REASON).send()

    assert (fresh(target).goal_unit, target.goal_value) == ("人／年", Decimal(1097))
    assert fresh(note).shown == "目標値：1097／目標値の単位：人／年"
    assert target.history.first().history_change_reason == "担当課に確かめました。"


def test_confirming_a_unit_changes_no_words_of_the_note(planner):
    target = a_target()
    note = a_note_about(target, "target", category="unit", printed="97回／年")

    form = SentForm(planner, address(note), "correct")
    form.fill(**{"r0-unit_confirmed": "on", **REASON}).send()

    assert fresh(target).unit_confirmed is True
    assert (fresh(note).settled, note.shown, note.certainty) == (True, "", "probable")


def test_a_goal_of_a_target_with_public_values_is_corrected_for_the_reason(planner):
    target = a_target()
    a_publication(an_observation(target=target))
    note = a_note_about(target, "target", category="unit", printed="1100人")

    form = SentForm(planner, address(note), "correct")
    screen = form.fill(**{"r0-goal_value": "1000", **REASON}).send()

    assert (screen.status, fresh(target).goal_value) == (302, 1000)
