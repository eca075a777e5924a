"""The state of the published content of a scope, which its files are made from."""

from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256

from django.utils import timezone

from plans.models import PageRevision, Plan
from plans.publishing import EVERYTHING
from welfare_plan.open_data.release import edition_key
from welfare_plan.open_data.scopes import Scope

_MICROSECONDS = 1_000_000


@dataclass(frozen=True)
class Edition:
    """One state of a scope. `revisions` are those of all that its files show."""

    scope: Scope
    revisions: tuple[int, ...]

    @property
    def name(self) -> str:
        """For a folder; a review of a year is public once that year is over."""
        numbers = sorted(self.revisions, reverse=True) or [0]
        parts = [*map(str, numbers), str(self.scope.last_year)]
        return sha256("-".join(parts).encode()).hexdigest()[:20]

    @property
    def last_modified(self) -> int | None:
        """Seconds since 1970; None before anything was published.

        Not before 1 April, which brings out what was said of the year that ended.
        """
        if not self.revisions:
            return None
        published = max(self.revisions) // _MICROSECONDS
        return max(published, _beginning_of(self.scope.last_year + 1))

    def etag(self, file_name: str) -> str:
        named = f"{edition_key()} {self.scope.name} {self.name} {file_name}"
        return f'"{sha256(named.encode()).hexdigest()[:32]}"'


def _beginning_of(fiscal_year: int) -> int:
    day = date(fiscal_year, 4, 1)
    midnight = datetime.combine(day, time(), timezone.get_default_timezone())
    return int(midnight.timestamp())


def edition_of(scope: Scope) -> Edition:
    found = PageRevision.objects.filter(scope__in=_scopes(scope.plan))
    return Edition(scope, tuple(found.order_by("scope").values_list("rev", flat=True)))


def _scopes(plan: Plan | None) -> list[str]:
    """The site's own records, the plan, and the plans that its tables name."""
    if plan is None:
        return [EVERYTHING]
    linked = filter(None, (plan, plan.parent, plan.predecessor))
    return ["site", *(f"plan:{each.slug}" for each in linked)]
