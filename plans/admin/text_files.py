"""The texts of plans as rows of a file."""

from plans.admin.files.resources import FileResource
from plans.models import BasicPolicy, GlossaryTerm, Measure, Section

SOURCE_COLUMNS = ("source_heading", "source_page")


class BasicPolicyResource(FileResource):
    class Meta:
        model = BasicPolicy
        fields = ("plan", "code", "position", "label", "title", "overview")
        fields += ("easy_summary", "themes", *SOURCE_COLUMNS)


class MeasureResource(FileResource):
    class Meta:
        model = Measure
        fields = ("plan", "code", "position", "policy", "label", "title")
        fields += ("description", "actions_heading", "outcome")
        fields += ("easy_summary", "themes", *SOURCE_COLUMNS)


class SectionResource(FileResource):
    class Meta:
        model = Section
        fields = ("plan", "code", "position", "policy", "measure", "kind", "heading")
        fields += ("body", *SOURCE_COLUMNS)


class GlossaryTermResource(FileResource):
    class Meta:
        model = GlossaryTerm
        fields = ("plan", "code", "position", "term", "reading", "definition")
        fields += SOURCE_COLUMNS
