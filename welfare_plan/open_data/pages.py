"""オープンデータ as pages: where the files are, and what their columns mean."""

from django.urls import reverse

from plans.models import Plan
from plans.presenters import crumbs, plan_heading, plan_name
from welfare_plan.open_data.code_lists import CODE_LISTS
from welfare_plan.open_data.descriptions.dataset import dataset_of
from welfare_plan.open_data.descriptions.package import PACKAGE
from welfare_plan.open_data.downloads import ALL_CSV, WORKBOOK
from welfare_plan.open_data.fields import Field, ForeignKey, Table
from welfare_plan.open_data.kinds import KIND_WORDS
from welfare_plan.open_data.schema import TABLES, TABLES_BY_NAME
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.terms import terms_of, terms_of_one
from welfare_plan.site_pages.bodies import bodies_shown

_HOME = "オープンデータ"
_DICTIONARY = "データの説明"


def data_page(values) -> dict:
    """Of all public plans, some of them on a page; one query."""
    shown = bodies_shown(values, reverse("data"))
    bodies = [terms_of_one(body) for body in shown["bodies"]]
    return {
        **shown,
        "crumbs": crumbs((_HOME, None)),
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
        "crumbs": crumbs((_HOME, reverse("data")), (plan_name(plan), None)),
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
    dictionary = reverse("data-dictionary")
    return [
        {
            "label": table.label,
            "description": table.description,
            "dictionary_url": f"{dictionary}#{table.name}",
            "csv_url": file_url(scope, f"{table.name}.csv"),
            "json_url": file_url(scope, f"{table.name}.json"),
        }
        for table in TABLES
    ]


def dictionary_page() -> dict:
    """No query: all of it is in the schema."""
    return {
        "crumbs": crumbs((_HOME, reverse("data")), (_DICTIONARY, None)),
        "tables": [_described(table) for table in TABLES],
        "code_lists": [
            {
                "anchor": _code_anchor(each.name),
                "name": each.name,
                "label": each.label,
                "entries": list(each.entries.items()),
            }
            for each in CODE_LISTS.values()
        ],
    }


def _described(table: Table) -> dict:
    return {
        "name": table.name,
        "label": table.label,
        "description": table.description,
        "key": "、".join(table.primary_key),
        "links": [_link(key) for key in table.foreign_keys],
        "fields": [_field(field) for field in table.fields],
    }


def _link(key: ForeignKey) -> dict:
    return {
        "fields": "、".join(key.fields),
        "label": TABLES_BY_NAME[key.table].label,
        "anchor": key.table,
    }


def _field(field: Field) -> dict:
    unit = f"（{field.unit}）" if field.unit else ""
    kind = f"{KIND_WORDS[field.kind]}{unit}"
    codes = CODE_LISTS.get(field.codes)
    return {
        "name": field.name,
        "label": field.label,
        "kind": f"{kind}、空欄なし" if field.required else kind,
        "description": field.description,
        "codes": codes and {"label": codes.label, "anchor": _code_anchor(field.codes)},
    }


def _code_anchor(name: str) -> str:
    return f"codes-{name}"
