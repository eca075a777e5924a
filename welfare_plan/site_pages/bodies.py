"""The bodies whose plans are public, each with its plans, for the site's own pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from plans.models import Plan, Publisher
from plans.places import PlansShown
from plans.presenters import plan_name


@dataclass(frozen=True)
class Body:
    """A publisher with public plans; no publisher where the source names none."""

    publisher: Publisher | None
    plans: list[Plan]

    @property
    def name(self) -> str:
        return self.publisher.name if self.publisher else "発行者の記載がない計画"

    @property
    def anchor(self) -> str:
        """Unlike the other places on these pages, whatever the publisher's slug."""
        return f"body-{self.publisher.slug}" if self.publisher else "no-body"

    def heading(self) -> dict:
        """What stands at the head of a body's part of a page."""
        return {
            "name": self.name,
            "anchor": self.anchor,
            "is_unnamed": self.publisher is None,
            "plans": [
                {
                    "name": plan_name(plan),
                    "slug": plan.slug,
                    "is_working_title": not plan.title,
                    "url": plan.get_absolute_url(),
                }
                for plan in self.plans
            ],
        }


def bodies_shown(values, base: str) -> dict:
    """The bodies of the plans of one page, and what leads to the others; one query."""
    shown = PlansShown.of(Plan.objects.public(), values)
    return {
        "bodies": bodies_of(shown.plans),
        "chooser": shown.chooser(base),
        "page": shown.paging,
    }


def bodies_of(plans: Iterable[Plan]) -> list[Body]:
    """In the order of their first plan, the one without a name last.

    A body with nothing but drafts is not named in public.
    """
    found: dict[int | None, Body] = {}
    for plan in plans:
        body = found.setdefault(plan.publisher_id, Body(plan.publisher, []))
        body.plans.append(plan)
    return sorted(found.values(), key=lambda body: body.publisher is None)
