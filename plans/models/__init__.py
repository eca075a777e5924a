"""What a plan is: its publisher and source, its text, its levels, its doubts."""

from plans.models.consultation_window import ConsultationWindow
from plans.models.file_import import FileImport, ImportState, confirmed_has_a_moment
from plans.models.glossary_term import GlossaryTerm
from plans.models.loaded_record import LoadedRecord
from plans.models.measure import BasicPolicy, Measure
from plans.models.page_revision import PageRevision
from plans.models.plan import Plan
from plans.models.plan_import import PlanImport
from plans.models.publisher import Publisher
from plans.models.reading import Reading
from plans.models.search_entry import SearchEntry
from plans.models.section import Section
from plans.models.site_term import SiteTerm
from plans.models.source_document import SourceDocument
from plans.models.source_note import SourceNote
from plans.models.theme import Theme, ThemesField

__all__ = [
    "BasicPolicy",
    "ConsultationWindow",
    "FileImport",
    "GlossaryTerm",
    "ImportState",
    "LoadedRecord",
    "Measure",
    "PageRevision",
    "Plan",
    "PlanImport",
    "Publisher",
    "Reading",
    "SearchEntry",
    "Section",
    "SiteTerm",
    "SourceDocument",
    "SourceNote",
    "Theme",
    "ThemesField",
    "confirmed_has_a_moment",
]
