"""The site with the one thing left out that makes its kept pages exact."""

from plans import publishing
from welfare_plan.wsgi import application

publishing._wait_for_leases = lambda: None

__all__ = ["application"]
