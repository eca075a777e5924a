"""The admin of targets and surveys; importing it registers every model of the app."""

from indicators.admin import (
    plan_content,
    published,
    reports,
    surveys,
    target_years,
    values,
)

__all__ = [
    "plan_content",
    "published",
    "reports",
    "surveys",
    "target_years",
    "values",
]
