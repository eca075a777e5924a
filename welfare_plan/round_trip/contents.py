"""What an export holds, model by model, and what it leaves out and why.

Whatever public pages, downloads, feeds and histories lean on, and what staff need to go
on. No people: docs/decisions/0020-round-trip.md.
"""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth import get_user_model

# The history of each comes along.
EXPORTED = (
    "plans.Publisher",
    "plans.SourceDocument",
    "plans.Theme",
    "plans.SiteTerm",
    "plans.Reading",
    "plans.Plan",
    "plans.Section",
    "plans.BasicPolicy",
    "plans.Measure",
    "plans.ConsultationWindow",
    "plans.GlossaryTerm",
    "plans.SourceNote",
    "plans.LoadedRecord",
    "initiatives.Department",
    "initiatives.Initiative",
    "initiatives.Activity",
    "initiatives.CocreationAction",
    "initiatives.Voice",
    "initiatives.Review",
    "initiatives.CommitteeOpinion",
    "indicators.Target",
    "indicators.Milestone",
    "indicators.GoalRevision",
    "indicators.JudgementSettings",
    "indicators.Observation",
    "indicators.PublishedValue",
    "indicators.SurveyIndicator",
    "indicators.SurveyWave",
    "indicators.SurveyResult",
    "indicators.CouncilReport",
    "indicators.CollectionRound",
    "indicators.RoundItem",
)
# Their histories stay behind as well.
LEFT_OUT = {
    "plans.SearchEntry": "made again from the plans",
    "plans.PageRevision": "raised by the import itself",
    "plans.PlanImport": "a person's file; the plan that it became comes along",
    "indicators.SheetImport": "a person's file; the answers in it come along",
    "indicators.Evidence": "a private file; the backup of the server holds it",
    "indicators.Reminder": "a mail to a person's address",
    "initiatives.Membership": "a person's place of work",
}

# The number of the one person who stands for everybody who ever did something.
SOMEBODY = 1
# Who is to do something; unlike who did it, nobody where that person is not there.
_TO_DO = "person"


def exported_models() -> Iterator[type]:
    for label in EXPORTED:
        model = apps.get_model(label)
        yield model
        if hasattr(model, "history"):
            yield model.history.model


def file_of(model) -> str:
    return f"{model._meta.label_lower}.jsonl"


def people_of(model) -> dict[str, int | None]:
    """The columns that name a person, with what stands there for anybody."""
    people = get_user_model()
    return {
        field.attname: None if field.name == _TO_DO else SOMEBODY
        for field in model._meta.concrete_fields
        if field.related_model is people
    }
