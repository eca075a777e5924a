"""One way to make a record of every model that staff see, and where its words stand."""

from itertools import count

from indicators.models import SurveyIndicator, Target
from initiatives.models import (
    Activity,
    CocreationAction,
    Department,
    Initiative,
    Voice,
)
from plans.models import (
    BasicPolicy,
    ConsultationWindow,
    GlossaryTerm,
    LoadedRecord,
    Measure,
    PageRevision,
    Plan,
    Publisher,
    Reading,
    Section,
    SiteTerm,
    SourceDocument,
    SourceNote,
    Theme,
)
from tests import factories
from tests.initiatives import records as initiative_records
from tests.plans import records as plan_records

_numbers = count(1)


def _a_page_revision():
    return PageRevision.objects.create(scope=f"test-{next(_numbers)}", rev=1)


# Model: how to make one, and a field whose words its pages show.
EDITED = {
    Plan: (factories.a_plan, "area_name"),
    Publisher: (plan_records.a_publisher, "name"),
    SourceDocument: (plan_records.a_document, "description"),
    BasicPolicy: (factories.a_policy, "title"),
    Measure: (factories.a_measure, "title"),
    Section: (plan_records.a_section, "heading"),
    GlossaryTerm: (plan_records.a_term, "term"),
    SourceNote: (plan_records.a_note, "reason"),
    SiteTerm: (plan_records.a_site_term, "meaning"),
    Theme: (plan_records.a_theme, "name"),
    ConsultationWindow: (plan_records.a_window, "name"),
    Reading: (plan_records.a_reading, "word"),
    Department: (initiative_records.a_department, "name"),
    Initiative: (factories.an_initiative, "title"),
    Activity: (initiative_records.an_activity, "text"),
    CocreationAction: (initiative_records.an_action, "behaviour_change"),
    Voice: (initiative_records.a_voice, "role"),
    Target: (factories.a_target, "name"),
    SurveyIndicator: (factories.a_survey_indicator, "question"),
}
# The least that a form for a new record must say beside its parent and its code.
LEAST = {
    BasicPolicy: {"title": "方針"},
    Measure: {"title": "施策"},
    Section: {"kind": "other", "heading": "節"},
    Initiative: {"title": "取組"},
    Activity: {"text": "活動"},
    CocreationAction: {"actor": "city", "appeal": "声をかける"},
    Voice: {"quotation": "ことば", "role": "民生委員"},
    Target: {"name": "目標"},
    SurveyIndicator: {
        "question": "問い",
        "answer": "はい",
        "desired_direction": "increase",
    },
}
LOOKED_AT = {
    LoadedRecord: (plan_records.a_loaded_record, "natural_key"),
    PageRevision: (_a_page_revision, "scope"),
}
ALL = {**EDITED, **LOOKED_AT}


def a_real_record(model, field):
    """A record of the loaded plans with words in the field, if they hold one."""
    real = model.objects.exclude(**{field: ""}).order_by("pk").first()
    return real or ALL[model][0]()


def name_of(value):
    """The test id of a model; other values keep theirs."""
    return value.__name__ if isinstance(value, type) else None
