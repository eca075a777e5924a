"""The terms under which the data of a scope may be used, publisher by publisher."""

from welfare_plan.open_data.scopes import Scope
from welfare_plan.site_pages.bodies import Body, public_bodies
from welfare_plan.site_pages.pages import terms_of_body


def terms_of(scope: Scope) -> list[dict]:
    """Licence and the lines to cite by; what is not settled is said to be so."""
    if scope.plan is None:
        bodies = public_bodies()
    else:
        bodies = [Body(scope.plan.publisher, [scope.plan])]
    return [{**body.heading(), **terms_of_body(body)} for body in bodies]
