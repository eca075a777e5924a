from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "indicators"
    verbose_name = "目標と評価項目"

    def ready(self):
        from django.db.models import TextField
        from django.db.models.functions import Concat

        from indicators.models import SurveyIndicator, Target
        from plans.note_subjects import part_subjects, register_note_subjects

        name = Concat("name", "goal_text", output_field=TextField())
        register_note_subjects("target", part_subjects(Target, name))
        register_note_subjects("survey", part_subjects(SurveyIndicator, "question"))
