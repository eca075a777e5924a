"""The terms under which data may be used, publisher by publisher."""

from collections.abc import Iterable

from plans.models import Plan
from welfare_plan.site_pages.bodies import Body, bodies_of
from welfare_plan.site_pages.pages import terms_of_body


def terms_of(plans: Iterable[Plan]) -> list[dict]:
    """Of the bodies that published some plans."""
    return [terms_of_one(body) for body in bodies_of(plans)]


def terms_of_one(body: Body) -> dict:
    """Licence and the lines to cite by; what is not settled is said to be so."""
    return {**body.heading(), **terms_of_body(body)}
