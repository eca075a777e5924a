"""Lists for programs go by the bytes of the plans' names, which SQLite does by itself."""

from django.db import migrations

_CREATE = (
    'CREATE INDEX IF NOT EXISTS plan_by_letters ON plans_plan (slug COLLATE "C")'
)
_DROP = "DROP INDEX IF EXISTS plan_by_letters"


def on_postgresql(statement):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("plans", "0008_newest_changes")]
    operations = [
        migrations.RunPython(
            on_postgresql(_CREATE), on_postgresql(_DROP), elidable=False
        )
    ]
