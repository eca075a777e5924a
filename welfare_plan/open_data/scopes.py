"""Which plans a file speaks of: all that are public, or one of them."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from plans.fiscal_year import latest_finished
from plans.models import Plan


def _last_year() -> int:
    return latest_finished(timezone.localdate())


@dataclass(frozen=True)
class Scope:
    """`plan` is None where it is all public plans.

    What is said of a year, such as a review, is shown once the year is over:
    `last_year` is the last one that is.
    """

    plan: Plan | None = None
    last_year: int = field(default_factory=_last_year)

    @property
    def name(self) -> str:
        """A name for files and folders."""
        return self.plan.slug if self.plan else "all"

    def within(self, path: str = "") -> Q:
        """The records of the public plans of the scope.

        `path` leads from the record to its plan, "" is the plan itself.
        """
        start = f"{path}__" if path else ""
        public = Q(**{f"{start}state__in": _PUBLIC})
        if self.plan is None:
            return public
        return public & Q(**{f"{start}pk": self.plan.pk})


_PUBLIC = (Plan.State.PUBLISHED, Plan.State.ARCHIVED)
