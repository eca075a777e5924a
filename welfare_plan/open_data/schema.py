"""Every table of the open data, in the order in which they are listed.

Headings of CSV and XLSX, names in JSON, the data dictionary and the descriptions for
machines are all made from here.
"""

from welfare_plan.open_data.fields import Table
from welfare_plan.open_data.tables.levels import (
    ACTIVITIES,
    INITIATIVES,
    MEASURES,
    POLICIES,
)
from welfare_plan.open_data.tables.observations import OBSERVATIONS
from welfare_plan.open_data.tables.people import ACTIONS, VOICES
from welfare_plan.open_data.tables.plans import PLANS, PUBLISHERS
from welfare_plan.open_data.tables.revisions import REVISIONS
from welfare_plan.open_data.tables.shared import (
    CODES,
    DEPARTMENTS,
    RECORD_THEMES,
    SITE_TERMS,
    THEMES,
)
from welfare_plan.open_data.tables.surveys import SURVEY_INDICATORS, SURVEY_RESULTS
from welfare_plan.open_data.tables.targets import GOAL_REVISIONS, MILESTONES, TARGETS
from welfare_plan.open_data.tables.texts import (
    GLOSSARY,
    SECTIONS,
    SOURCE_NOTES,
    WINDOWS,
)
from welfare_plan.open_data.tables.voices import OPINIONS, REVIEWS

TABLES: tuple[Table, ...] = (
    PLANS,
    PUBLISHERS,
    SECTIONS,
    POLICIES,
    MEASURES,
    INITIATIVES,
    ACTIVITIES,
    ACTIONS,
    VOICES,
    WINDOWS,
    TARGETS,
    MILESTONES,
    GOAL_REVISIONS,
    OBSERVATIONS,
    REVISIONS,
    SURVEY_INDICATORS,
    SURVEY_RESULTS,
    REVIEWS,
    OPINIONS,
    GLOSSARY,
    SITE_TERMS,
    SOURCE_NOTES,
    DEPARTMENTS,
    THEMES,
    RECORD_THEMES,
    CODES,
)
TABLES_BY_NAME = {table.name: table for table in TABLES}
