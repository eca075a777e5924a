"""The admin of plans; importing it registers every model of the app."""

from plans.admin import (
    housekeeping,
    levels,
    plan,
    readings,
    shared_records,
    short_filters,
    site_terms,
    texts,
    themes,
    windows,
)

__all__ = [
    "housekeeping",
    "levels",
    "plan",
    "readings",
    "shared_records",
    "short_filters",
    "site_terms",
    "texts",
    "themes",
    "windows",
]

short_filters.register()
