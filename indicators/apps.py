from django.apps import AppConfig

# What staff put right where a source prints a figure wrongly or not at all.
TARGET_FIGURES = (
    "baseline_value",
    "baseline_unit",
    "baseline_fiscal_year",
    "goal_state",
    "goal_value",
    "goal_unit",
    "goal_fiscal_year",
    "unit_confirmed",
)


class IndicatorsConfig(AppConfig):
    name = "indicators"
    verbose_name = "目標と評価項目"

    def ready(self):
        from django.db.models import TextField
        from django.db.models.functions import Concat

        from indicators import search_documents
        from indicators.changes.stories import register
        from indicators.models import SurveyIndicator, Target
        from plans.note_subjects import part_subjects, register_note_subjects

        name = Concat("name", "goal_text", output_field=TextField())
        register_note_subjects(
            "target",
            part_subjects(Target, name),
            model=Target,
            figures=TARGET_FIGURES,
        )
        register_note_subjects(
            "survey",
            part_subjects(SurveyIndicator, "question"),
            model=SurveyIndicator,
            figures=("baseline_value", "baseline_fiscal_year", "desired_direction"),
        )
        register()
        search_documents.register()
