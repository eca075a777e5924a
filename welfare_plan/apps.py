from django.apps import AppConfig


class WelfarePlanConfig(AppConfig):
    name = "welfare_plan"
    verbose_name = "サイト"
