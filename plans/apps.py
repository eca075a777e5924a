from django.apps import AppConfig
from django.db.backends.signals import connection_created


def trust_sqlite_with_json(sender, connection, **kwargs):
    """Keep Django from asking SQLite whether it knows JSON, which every build does.

    It asks inside a transaction, which takes the write lock here, and would take a
    locked database for a "no" until the process ends.
    """
    if connection.vendor == "sqlite":
        connection.features.supports_json_field = True


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = "計画"

    def ready(self):
        from plans.changes.texts import register
        from plans.search import own_documents

        connection_created.connect(trust_sqlite_with_json)
        register()
        own_documents.register()
