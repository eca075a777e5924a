"""Questions that pages and loaders ask about plans and their parts."""

from django.db import models
from django.db.models import Q


def on_theme(slug: str, path: str = "themes") -> Q:
    """Records with a theme among others; `path` leads to their ThemesField."""
    return (
        Q(**{path: slug})
        | Q(**{f"{path}__startswith": f"{slug} "})
        | Q(**{f"{path}__endswith": f" {slug}"})
        | Q(**{f"{path}__contains": f" {slug} "})
    )


class PlanQuerySet(models.QuerySet):
    def public(self):
        """Plans that visitors may read: current ones and retired ones."""
        return self.exclude(state="draft")

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class PlanPartQuerySet(models.QuerySet):
    def public(self):
        """Parts of the plans that visitors may read."""
        return self.exclude(plan__state="draft")

    def for_page(self, plan_slug, code):
        """The one part at a public address, with all that its page says of its plan."""
        return (
            self.public()
            .select_related("plan__publisher", "plan__source_document")
            .filter(plan__slug=plan_slug, code=code)
        )

    def get_by_natural_key(self, plan_slug, code):
        return self.get(plan__slug=plan_slug, code=code)
