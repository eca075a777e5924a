"""What the database holds, to be compared before and after."""

from django.apps import apps

APPS = ("plans", "initiatives", "indicators")


def content_models():
    """Every model of the site's own apps, parents before children."""
    return [
        model for label in APPS for model in apps.get_app_config(label).get_models()
    ]


def database_state():
    """All rows of the site's own tables."""
    return {
        model._meta.label: sorted(model.objects.values_list(), key=lambda row: row[0])
        for model in content_models()
    }
