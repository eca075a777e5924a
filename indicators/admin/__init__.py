"""The admin of targets and surveys; importing it registers every model of the app."""

from indicators.admin import plan_content, reports, surveys, values

__all__ = ["plan_content", "reports", "surveys", "values"]
