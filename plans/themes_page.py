"""テーマの一覧: every theme with what it is about."""

from plans.models import Theme
from plans.presenters import crumbs


def themes_page() -> dict:
    """One query."""
    return {
        "crumbs": crumbs(("テーマ", None)),
        "themes": [
            {
                "name": theme.name,
                "description": theme.description,
                "url": theme.get_absolute_url(),
            }
            for theme in Theme.objects.all()
        ],
    }
