"""Which records a source note can be about."""

import pytest

from initiatives.models import Initiative
from plans import note_subjects as subjects_module
from plans.models import BasicPolicy, GlossaryTerm, Measure, Plan, Section, SourceNote
from plans.note_subjects import (
    note_subjects,
    notes_follow,
    part_subjects,
    register_note_subjects,
    subject_of,
)
from tests.factories import (
    a_measure,
    a_plan,
    a_policy,
    a_survey_indicator,
    a_target,
    an_initiative,
)
from tests.plans.records import a_note

pytestmark = pytest.mark.django_db

KINDS_WITH_CODES = set(SourceNote.AboutKind.values) - {"plan"}


@pytest.fixture
def no_registered_kinds(monkeypatch):
    monkeypatch.setattr(subjects_module, "_subjects", {})


@pytest.mark.parametrize("kind", sorted(KINDS_WITH_CODES))
def test_every_kind_but_the_plan_offers_the_records_of_a_real_plan(kind):
    offered = [note_subjects(kind, plan) for plan in Plan.objects.all()]

    assert any(offered)
    assert all(name for subjects in offered for name in subjects.values())


def test_every_note_of_the_loaded_plans_names_a_record_that_exists():
    notes = SourceNote.objects.exclude(about_kind="plan").select_related("plan")

    lost = [
        str(note)
        for note in notes
        if note.about_code not in note_subjects(note.about_kind, note.plan)
    ]

    assert len(notes) > 0
    assert lost == []


def test_records_are_named_by_the_words_that_a_reader_knows_them_by():
    plan = a_plan()
    policy = a_policy(plan, code="1", title="支え合い")
    measure = a_measure(policy, code="1-1", title="見守り")
    initiative = an_initiative(measure, code="1-1-1", title="声かけ")
    a_target(initiative, code="t-1", name="回数")
    in_words = {"goal_state": "statement", "goal_value": None, "goal_text": "続ける"}
    a_target(initiative, code="t-2", name="", **in_words)
    a_survey_indicator(policy, code="s-1", question="安心か")
    Section.objects.create(plan=plan, code="aim", kind="purpose", heading="目的")
    GlossaryTerm.objects.create(plan=plan, code="g-1", term="共創")

    found = {kind: note_subjects(kind, plan) for kind in KINDS_WITH_CODES}

    assert found == {
        "policy": {"1": "支え合い"},
        "measure": {"1-1": "見守り"},
        "initiative": {"1-1-1": "声かけ"},
        "target": {"t-1": "回数", "t-2": "続ける"},
        "survey": {"s-1": "安心か"},
        "section": {"aim": "目的"},
        "glossary": {"g-1": "共創"},
    }


def test_records_come_in_the_order_of_their_positions():
    plan = a_plan()
    for code, position in (("c", 1), ("a", 3), ("b", 3)):
        a_policy(plan, code=code, position=position, title=f"方針{code}")

    assert list(note_subjects("policy", plan)) == ["c", "a", "b"]


def test_records_of_another_plan_are_not_offered():
    a_policy(code="elsewhere")

    assert note_subjects("policy", a_plan()) == {}


@pytest.mark.parametrize("kind", ["plan", "weather"])
def test_a_kind_without_codes_offers_nothing(kind):
    assert note_subjects(kind, a_policy().plan) == {}


@pytest.mark.usefixtures("no_registered_kinds")
def test_an_app_registers_a_kind_of_its_own():
    register_note_subjects("weather", lambda plan: [("rain", f"{plan.area_name}の雨")])

    assert note_subjects("weather", a_plan()) == {"rain": "見本市の雨"}


@pytest.mark.parametrize(
    ("model", "make"),
    [
        pytest.param(BasicPolicy, a_policy, id="policy"),
        pytest.param(Measure, a_measure, id="measure"),
        pytest.param(Initiative, an_initiative, id="initiative"),
    ],
)
def test_part_subjects_gives_code_and_name_of_a_model(model, make):
    record = make(title="見守り")

    assert list(part_subjects(model, "title")(record.plan)) == [(record.code, "見守り")]


def test_notes_of_two_records_that_exchange_their_codes_are_exchanged():
    plan = a_plan()
    one, other = (
        a_note(plan, about_kind="policy", about_code=code) for code in ("1", "2")
    )

    notes_follow(plan, BasicPolicy, {"1": "2", "2": "1"})

    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.about_code, other.about_code) == ("2", "1")


def test_a_note_finds_its_record_until_that_is_gone():
    measure = a_measure(code="1-1")
    found = a_note(measure.plan, about_kind="measure", about_code="1-1")
    gone = a_note(measure.plan, about_kind="measure", about_code="9-9")

    assert (subject_of(found), subject_of(gone)) == (measure, None)
    assert subject_of(a_note(measure.plan)) is None
