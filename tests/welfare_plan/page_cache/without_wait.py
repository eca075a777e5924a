"""The site without the one thing that makes its kept pages exact."""

from importlib import import_module

from welfare_plan.wsgi import application

# Not before the line above has set Django up.
import_module("plans.publishing")._wait_for_leases = lambda: None

__all__ = ["application"]
