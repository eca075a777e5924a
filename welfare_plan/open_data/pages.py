"""オープンデータ as pages: where the files of all plans, and of each, are."""

from django.urls import reverse

from plans.models import Plan
from plans.presenters import crumbs, plan_heading, plan_name
from welfare_plan.open_data.descriptions.dataset import dataset_of
from welfare_plan.open_data.descriptions.package import PACKAGE
from welfare_plan.open_data.downloads import ALL_CSV, WORKBOOK
from welfare_plan.open_data.schema import TABLES
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.terms import terms_of, terms_of_one
from welfare_plan.site_pages.bodies import bodies_shown

HOME = "オープンデータ"


def data_page(values) -> dict:
    """Of all public plans, some of them on a page; one query."""
    shown = bodies_shown(values, reverse("data"))
    bodies = [terms_of_one(body) for body in shown["bodies"]]
    return {
        **shown,
        "crumbs": crumbs((HOME, None)),
        "tables": _files(Scope()),
        "zip_url": file_url(Scope(), ALL_CSV),
        "package_url": file_url(Scope(), PACKAGE),
        "bodies": bodies,
        "plans": [
            {**plan, "data_url": reverse("plan-data", args=[plan["slug"]])}
            for body in bodies
            for plan in body["plans"]
        ],
    }


def plan_data_page(plan: Plan) -> dict:
    """Of one plan; no query beside the plan's."""
    scope = Scope(plan)
    (body,) = terms_of([plan])
    return {
        "crumbs": crumbs((HOME, reverse("data")), (plan_name(plan), None)),
        "plan": plan_heading(plan),
        "tables": _files(scope),
        "zip_url": file_url(scope, ALL_CSV),
        "workbook_url": file_url(scope, WORKBOOK),
        "package_url": file_url(scope, PACKAGE),
        "dataset": dataset_of(plan),
        "body": body,
    }


def file_url(scope: Scope, name: str) -> str:
    if scope.plan:
        return reverse("plan-data-file", args=[scope.plan.slug, name])
    return reverse("data-file", args=[name])


def _files(scope):
    return [
        {
            "label": table.label,
            "description": table.description,
            "dictionary_url": reverse("data-dictionary-table", args=[table.name]),
            "csv_url": file_url(scope, f"{table.name}.csv"),
            "json_url": file_url(scope, f"{table.name}.json"),
        }
        for table in TABLES
    ]
