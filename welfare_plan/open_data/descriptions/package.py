"""A scope's CSV files as a Data Package (https://specs.frictionlessdata.io/).

Its paths are names beside it, so that it describes the folder of the downloads as well
as what csv.zip unpacks to.
"""

import json
from typing import BinaryIO

from plans.licences import LICENCE_IDS, LICENCE_NAMES
from plans.models import Plan, Publisher
from plans.presenters import plan_name
from welfare_plan.open_data.columns import page_url
from welfare_plan.open_data.descriptions.table_schema import table_schema
from welfare_plan.open_data.fields import Table
from welfare_plan.open_data.schema import TABLES
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.terms import terms_of

PACKAGE = "datapackage.json"
_OF_EACH = "利用条件は発行者ごとに異なります。表publishersの列licenceにあります。"
_UNSET = "利用条件は未設定です。計画を作った団体にお問い合わせください。"
_GUARDED = "CSVでは、=、+、-、@で始まる文の前に'を1つ付けています。"


def write_package(out: BinaryIO, scope: Scope) -> None:
    out.write(json.dumps(_package(scope), ensure_ascii=False, indent=1).encode())
    out.write(b"\n")


def _package(scope: Scope) -> dict:
    about = _about_plan(scope.plan) if scope.plan else _about_all()
    # A plan may name its parent, whose row stands in another file.
    leads_out = frozenset({"plans"}) if scope.plan else frozenset()
    return {
        "profile": "tabular-data-package",
        "name": scope.name,
        **about,
        "resources": [_resource(table, leads_out) for table in TABLES],
    }


def _about_plan(plan: Plan) -> dict:
    publisher = plan.publisher
    about = {
        "title": plan_name(plan),
        "homepage": page_url("plan-data", plan.slug),
        "sources": [{"title": str(plan.source_document)}],
    }
    if publisher:
        about["contributors"] = [{"title": publisher.name, "role": "publisher"}]
    licence = publisher.licence if publisher else ""
    if licence:
        about |= _licences(licence)
    (terms,) = terms_of([plan])
    cited = [f"出典：{line}。" for line in terms["citations"]]
    unset = [] if licence else [_UNSET]
    return about | {"description": "".join([*unset, *cited, _GUARDED])}


def _licences(licence) -> dict:
    return {
        "licenses": [
            {
                "name": LICENCE_NAMES[licence],
                "path": LICENCE_IDS[licence],
                "title": Publisher.Licence(licence).label,
            }
        ]
    }


def _about_all() -> dict:
    return {
        "title": "すべての計画",
        "description": f"{_OF_EACH}{_GUARDED}",
        "homepage": page_url("data"),
    }


def _resource(table: Table, leads_out: frozenset[str]) -> dict:
    # A key into a table of which only a part is here cannot be checked.
    leaves_out = leads_out if table.name in leads_out else frozenset()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.label,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": table_schema(table, leaves_out=leaves_out),
    }
