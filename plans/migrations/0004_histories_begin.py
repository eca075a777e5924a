from django.db import migrations

from plans.history_start import begin_histories

MODELS = [
    "Publisher",
    "SourceDocument",
    "Plan",
    "BasicPolicy",
    "Measure",
    "Section",
    "GlossaryTerm",
    "SourceNote",
]


def begin(apps, schema_editor):
    begin_histories(apps, "plans", MODELS)


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_texts_have_a_history")]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
