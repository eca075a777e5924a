"""Each published record is in its table once, and none of a draft."""

from collections import Counter

import pytest

from indicators.models import (
    GoalRevision,
    Milestone,
    PublishedValue,
    SurveyIndicator,
    SurveyResult,
    Target,
)
from initiatives.models import (
    Activity,
    CocreationAction,
    CommitteeOpinion,
    Initiative,
    Review,
    Voice,
)
from plans.models import (
    BasicPolicy,
    ConsultationWindow,
    GlossaryTerm,
    Measure,
    Plan,
    Section,
    SiteTerm,
    SourceNote,
    Theme,
)
from plans.prose import lines
from tests import canary
from tests.welfare_plan.open_data.files import records
from tests.welfare_plan.open_data.nasty import a_nasty_plan
from welfare_plan.open_data.schema import TABLES

pytestmark = pytest.mark.django_db

PARTS = {
    "sections": (Section, "section_id"),
    "policies": (BasicPolicy, "policy_id"),
    "measures": (Measure, "measure_id"),
    "initiatives": (Initiative, "initiative_id"),
    "activities": (Activity, "activity_id"),
    "voices": (Voice, "voice_id"),
    "windows": (ConsultationWindow, "window_id"),
    "targets": (Target, "target_id"),
    "survey_indicators": (SurveyIndicator, "survey_indicator_id"),
    "glossary": (GlossaryTerm, "term_id"),
    "source_notes": (SourceNote, "note_id"),
}


@pytest.fixture
def plan():
    """Beside the seven plans: one with everything in it, and all that is not public."""
    plan = a_nasty_plan()
    canary.plant(plan)
    return plan


def ids_of(models_rows):
    return [f"{row.plan.slug}/{row.code}" for row in models_rows]


def of_target(row):
    return f"{row.target.plan.slug}/{row.target.code}"


def test_every_part_of_a_public_plan_is_there_once(plan):
    for name, (model, key) in PARTS.items():
        of_all = Counter(row[key] for row in records(name))
        of_plan = Counter(row[key] for row in records(name, plan))

        public = model.objects.exclude(plan__state="draft").select_related("plan")
        assert of_all == Counter(ids_of(public)), name
        assert of_plan == Counter(ids_of(public.filter(plan=plan))), name
        assert of_plan, name


def test_every_public_plan_is_there_once(plan):
    found = Counter(row["plan_id"] for row in records("plans"))

    public = Plan.objects.exclude(state="draft").values_list("slug", flat=True)
    assert found == Counter(public)
    assert [row["plan_id"] for row in records("plans", plan)] == [plan.slug]


def test_every_item_of_an_action_is_a_row(plan):
    found = Counter((row["action_id"], row["aspect"]) for row in records("actions"))

    expected = {
        (f"{row.plan.slug}/{row.code}", aspect): len(items)
        for row in CocreationAction.objects.exclude(plan__state="draft")
        for aspect in ("feeling_change", "behaviour_change", "appeal")
        if (items := lines(getattr(row, aspect)))
    }
    assert found == Counter(expected)


def test_every_publication_is_there_once_and_the_newest_of_each_value(plan):
    revisions = Counter(
        (row["target_id"], row["fiscal_year"], row["revision"])
        for row in records("revisions")
    )
    values = {
        (row["target_id"], row["fiscal_year"]): row["revision"]
        for row in records("observations")
    }

    public = [
        (of_target(row.observation), row.observation.fiscal_year, row.revision)
        for row in PublishedValue.objects.exclude(
            observation__target__plan__state="draft"
        )
    ]
    assert revisions == Counter(public)
    assert values == {
        (target, year): max(r for t, y, r in public if (t, y) == (target, year))
        for target, year, _ in public
    }
    assert len(records("observations")) == len(values)


@pytest.mark.parametrize(
    ("name", "model", "year"),
    [
        ("milestones", Milestone, "fiscal_year"),
        ("goal_revisions", GoalRevision, "effective_from_fy"),
    ],
)
def test_every_other_goal_of_a_target_is_there_once(plan, name, model, year):
    column = "effective_from_fiscal_year" if year.endswith("fy") else year

    found = Counter((row["target_id"], row[column]) for row in records(name))

    public = model.objects.exclude(target__plan__state="draft")
    assert found == Counter((of_target(row), getattr(row, year)) for row in public)
    assert found


def test_every_result_of_a_public_wave_is_there_once(plan):
    found = Counter(
        (row["survey_indicator_id"], row["fiscal_year"])
        for row in records("survey_results")
    )

    public = SurveyResult.objects.filter(wave__state="published").exclude(
        plan__state="draft"
    )
    assert found == Counter(
        (f"{row.plan.slug}/{row.indicator.code}", row.wave.fiscal_year)
        for row in public
    )
    assert found


@pytest.mark.parametrize(
    ("name", "model", "subject"),
    [
        ("reviews", Review, lambda row: row.subject),
        ("opinions", CommitteeOpinion, lambda row: row.policy),
    ],
)
def test_what_was_said_of_a_finished_year_is_there_once(plan, name, model, subject):
    key = "subject_id" if name == "reviews" else "policy_id"

    found = Counter((row[key], row["fiscal_year"]) for row in records(name))

    public = model.objects.filter(state="published", fiscal_year=2024)
    assert found == Counter(
        (f"{row.plan.slug}/{subject(row).code}", row.fiscal_year)
        for row in public.exclude(plan__state="draft")
    )
    assert found


def test_every_way_of_writing_a_word_of_the_site_is_a_row(plan):
    found = [(row["term_id"], row["form"]) for row in records("site_terms", plan)]

    assert found == [
        (term.slug, form)
        for term in sorted(SiteTerm.objects.all(), key=lambda term: term.slug)
        for form in term.forms
    ]
    assert records("site_terms") == records("site_terms", plan)


def test_every_theme_of_a_record_is_a_row(plan):
    found = {
        (row["record_table"], row["record_id"], row["theme_id"])
        for row in records("record_themes", plan)
    }

    measure = Measure.objects.get(plan=plan, outcome__gt="")
    key = f"{plan.slug}/{measure.code}"
    assert found == {("measures", key, "disaster"), ("measures", key, "elderly")}
    assert len(records("themes", plan)) == Theme.objects.count()


def test_every_key_of_another_table_leads_to_a_row_of_it(plan):
    for scope in (None, plan):
        tables = {table.name: records(table.name, scope) for table in TABLES}
        for table in TABLES:
            for key in table.foreign_keys:
                there = {
                    tuple(row[name] for name in key.target) for row in tables[key.table]
                }
                named = {
                    tuple(row[name] for name in key.fields)
                    for row in tables[table.name]
                } - {(None,)}
                if scope and key.table == "plans" and table.name == "plans":
                    continue
                assert named <= there, (table.name, key)
