"""Initiatives, what they do and departments as rows of a file."""

from initiatives.models import Activity, Department, Initiative
from plans.admin.files.resources import FileResource
from plans.admin.text_files import SOURCE_COLUMNS


class InitiativeResource(FileResource):
    class Meta:
        model = Initiative
        fields = ("plan", "code", "position", "measure", "label", "title")
        fields += ("description", "department", "easy_summary", "themes")
        fields += SOURCE_COLUMNS


class ActivityResource(FileResource):
    class Meta:
        model = Activity
        fields = ("plan", "code", "position", "initiative", "text")


class DepartmentResource(FileResource):
    class Meta:
        model = Department
        fields = ("publisher", "code", "name", "valid_from_fy", "valid_to_fy")
        fields += ("successor",)
