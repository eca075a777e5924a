from django.db import migrations

from plans.history_start import begin_histories

MODELS = [
    "Department",
    "Initiative",
    "Activity",
    "CocreationAction",
    "Voice",
]


def begin(apps, schema_editor):
    begin_histories(apps, "initiatives", MODELS)


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0004_texts_have_a_history")]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
