from django.apps import AppConfig


class WelfarePlanConfig(AppConfig):
    name = "welfare_plan"
    verbose_name = "サイト"

    def ready(self):
        from plans.rendering import register_sample_check
        from welfare_plan.samples import sample_checks

        for check in sample_checks():
            register_sample_check(check)
