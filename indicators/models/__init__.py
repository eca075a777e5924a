"""What is followed: targets and survey indicators, their values and their judgement."""

from indicators.models.collection_round import CollectionRound, RoundItem
from indicators.models.council_report import CouncilReport
from indicators.models.evidence import Evidence
from indicators.models.goal_revision import GoalRevision
from indicators.models.judgement_settings import JudgementSettings
from indicators.models.milestone import Milestone
from indicators.models.observation import Observation
from indicators.models.published_value import PublishedValue
from indicators.models.reminder import Reminder
from indicators.models.sheet_import import SheetImport
from indicators.models.survey_indicator import SurveyIndicator
from indicators.models.survey_wave import SurveyResult, SurveyWave
from indicators.models.target import Target

__all__ = [
    "CollectionRound",
    "CouncilReport",
    "Evidence",
    "GoalRevision",
    "JudgementSettings",
    "Milestone",
    "Observation",
    "PublishedValue",
    "Reminder",
    "RoundItem",
    "SheetImport",
    "SurveyIndicator",
    "SurveyResult",
    "SurveyWave",
    "Target",
]
