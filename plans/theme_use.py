"""Where a theme is in use: its slug stands in a column of those records."""

from plans.changes.tracked import tracked_models
from plans.models import ThemesField
from plans.querysets import on_theme


def uses_of(slug: str) -> list[str]:
    """The kinds of records with the theme, each with how many: 基本施策3件."""
    found = []
    for model, name in _columns():
        count = model._base_manager.filter(on_theme(slug, name)).count()
        if count:
            found.append(f"{model._meta.verbose_name}{count}件")
    return found


def _columns():
    return [
        (model, field.name)
        for model in tracked_models()
        for field in model._meta.concrete_fields
        if isinstance(field, ThemesField)
    ]
