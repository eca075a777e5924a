"""What is followed: targets and survey indicators, their values and their judgement."""

from indicators.models.council_report import CouncilReport
from indicators.models.goal_revision import GoalRevision
from indicators.models.judgement_settings import JudgementSettings
from indicators.models.milestone import Milestone
from indicators.models.observation import Observation
from indicators.models.published_value import PublishedValue
from indicators.models.survey_indicator import SurveyIndicator
from indicators.models.survey_wave import SurveyResult, SurveyWave
from indicators.models.target import Target

__all__ = [
    "CouncilReport",
    "GoalRevision",
    "JudgementSettings",
    "Milestone",
    "Observation",
    "PublishedValue",
    "SurveyIndicator",
    "SurveyResult",
    "SurveyWave",
    "Target",
]
