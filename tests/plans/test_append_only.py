"""What happened stays as it was written: the database itself refuses to change it."""

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import DatabaseError, connection

from plans import append_only
from tests import factories, staff_records, value_records
from tests.initiatives import records as initiative_records
from tests.plans import records as plan_records
from tests.plans.history_attacks import emptying, replacing, run
from welfare_plan.apps import append_only_models
from welfare_plan.sign_in.models import AccessEvent

pytestmark = pytest.mark.django_db


def _a_log_entry():
    person = staff_records.a_person()
    LogEntry.objects.log_actions(person.pk, [person], CHANGE, "改めた")


def _an_access_event():
    AccessEvent.objects.create(kind=AccessEvent.Kind.LOGIN)


def _a_membership():
    staff_records.a_person("担当課", staff_records.a_department())


def _an_item():
    staff_records.an_item(target=factories.a_target())


# How to have a row written into each table that only grows.
WRITTEN_BY = {
    "LogEntry": _a_log_entry,
    "AccessEvent": _an_access_event,
    "HistoricalMembership": _a_membership,
    "HistoricalPublisher": plan_records.a_publisher,
    "HistoricalDepartment": staff_records.a_department,
    "HistoricalSourceDocument": plan_records.a_document,
    "HistoricalPlan": factories.a_plan,
    "HistoricalBasicPolicy": factories.a_policy,
    "HistoricalMeasure": factories.a_measure,
    "HistoricalSection": plan_records.a_section,
    "HistoricalGlossaryTerm": plan_records.a_term,
    "HistoricalSourceNote": plan_records.a_note,
    "HistoricalTheme": plan_records.a_theme,
    "HistoricalSiteTerm": plan_records.a_site_term,
    "HistoricalConsultationWindow": plan_records.a_window,
    "HistoricalReading": plan_records.a_reading,
    "HistoricalInitiative": factories.an_initiative,
    "HistoricalActivity": initiative_records.an_activity,
    "HistoricalCocreationAction": initiative_records.an_action,
    "HistoricalVoice": initiative_records.a_voice,
    "HistoricalReview": value_records.a_review,
    "HistoricalCommitteeOpinion": value_records.an_opinion,
    "HistoricalTarget": factories.a_target,
    "HistoricalMilestone": value_records.a_milestone,
    "HistoricalGoalRevision": value_records.a_revision,
    "HistoricalJudgementSettings": value_records.settings_of_a_plan,
    "HistoricalObservation": value_records.an_observation,
    "HistoricalSurveyIndicator": factories.a_survey_indicator,
    "HistoricalSurveyWave": value_records.a_wave,
    "HistoricalSurveyResult": value_records.a_result,
    "HistoricalCollectionRound": staff_records.a_round,
    "HistoricalRoundItem": _an_item,
}
OTHERS = {"LogEntry", "AccessEvent"}
every_table = pytest.mark.parametrize("name", WRITTEN_BY)


@pytest.fixture
def table(name):
    """A protected table with a row; the tests' own loosening is taken back."""
    (model,) = [one for one in append_only_models() if one.__name__ == name]
    append_only.own_protect(model)
    WRITTEN_BY[name]()
    return model


def test_every_table_of_what_happened_is_protected_and_tried_here():
    histories = {
        model.__name__
        for model in apps.get_models()
        if hasattr(model, "history_change_reason")
    }

    protected = {model.__name__ for model in append_only_models()}

    assert protected == WRITTEN_BY.keys() == histories | OTHERS


@every_table
def test_a_row_cannot_be_changed(table):
    key = connection.ops.quote_name(table._meta.pk.column)
    before = list(table.objects.order_by("pk").values())

    with pytest.raises(DatabaseError, match="append-only table"):
        run(f"UPDATE {table._meta.db_table} SET {key} = {key}")

    assert list(table.objects.order_by("pk").values()) == before


@every_table
def test_a_row_cannot_be_deleted(table):
    before = table.objects.count()

    with pytest.raises(DatabaseError, match="append-only table"):
        run(f"DELETE FROM {table._meta.db_table}")

    assert table.objects.count() == before > 0


@every_table
def test_a_row_cannot_be_replaced(table):
    before = list(table.objects.order_by("pk").values())

    with pytest.raises(DatabaseError, match="append-only table"):
        run(replacing(table))

    assert list(table.objects.order_by("pk").values()) == before


@every_table
def test_a_table_cannot_be_emptied(table):
    before = table.objects.count()

    with pytest.raises(DatabaseError, match="append-only table"):
        run(emptying(table))

    assert table.objects.count() == before > 0


@every_table
def test_rows_are_added_as_before(table):
    before = table.objects.count()

    WRITTEN_BY[table.__name__]()

    assert table.objects.count() > before
