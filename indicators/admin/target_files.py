"""Targets as rows of a file."""

from indicators.models import Target
from plans.admin.files.resources import FileResource
from plans.admin.text_files import SOURCE_COLUMNS


class TargetResource(FileResource):
    class Meta:
        model = Target
        fields = ("plan", "code", "position", "initiative", "measure", "name")
        fields += ("scope_note", "department")
        fields += ("evaluation_mode", "measure_type", "direction", "decimals")
        fields += ("cumulative_from_fy", "baseline_value", "baseline_unit")
        fields += ("baseline_fiscal_year", "baseline_as_printed", "goal_state")
        fields += ("goal_value", "goal_unit", "goal_fiscal_year", "goal_as_printed")
        fields += ("goal_text", "unit_confirmed", *SOURCE_COLUMNS)
