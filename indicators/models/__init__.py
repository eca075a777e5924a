"""What is followed: targets with a goal, survey indicators with a direction."""

from indicators.models.survey_indicator import SurveyIndicator
from indicators.models.target import Target

__all__ = ["SurveyIndicator", "Target"]
