from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class WelfarePlanConfig(AppConfig):
    name = "welfare_plan"
    verbose_name = "サイト"

    def ready(self):
        from plans.publishing import register_publishing_hook
        from plans.rendering import register_sample_check
        from welfare_plan import static_files  # noqa: F401 (its check)
        from welfare_plan.samples import keep_the_banner_true, sample_checks

        register_publishing_hook(keep_the_banner_true)
        for check in sample_checks():
            register_sample_check(check)
        # The last app with tables: by then every permission and table is there.
        last = apps.get_app_config("sessions")
        post_migrate.connect(_settle_after_migration, sender=last)


def _settle_after_migration(using, **kwargs):
    """Roles with their permissions, histories that cannot be changed, the search."""
    from plans.append_only import protect
    from plans.search import index
    from plans.search.database import ensure_index
    from welfare_plan.roles import set_up_roles

    set_up_roles()
    for model in append_only_models():
        protect(model, using)
    ensure_index(using)
    if not index.is_current():
        index.rebuild()


def append_only_models():
    """Every table that keeps what happened, each with a row for each event."""
    for model in apps.get_models():
        if model.__name__.startswith("Historical"):
            yield model
    # What was done to people, whose own rows have no history.
    yield apps.get_model("admin", "LogEntry")
    yield apps.get_model("sign_in", "AccessEvent")
