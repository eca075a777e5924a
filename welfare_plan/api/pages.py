"""The documentation of the API, as plain values made from its OpenAPI document."""

import json

from django.urls import reverse

from plans.presenters import crumbs
from welfare_plan.api.lists import LARGEST_PAGE, PAGE
from welfare_plan.api.openapi.document import document, examples
from welfare_plan.api.operations import OPERATIONS, Operation
from welfare_plan.api.problems import KINDS

_HOME = "オープンデータ"
_GUIDE = "API"
_EXAMPLE = "kashiwa-chiiki-fukushi"
_KINDS = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": "true か false",
    "array": "並び",
    "object": "まとまり",
}
_FORMATS = {"date": "日付", "date-time": "日時", "uri-reference": "アドレス"}


def guide_page(site: str) -> dict:
    """No query: all of it is in the document. `site` is where the site is reached."""
    return {
        "site": site,
        "example": f"{reverse('api-targets')}?plan_id={_EXAMPLE}",
        "crumbs": crumbs((_HOME, reverse("data")), (_GUIDE, None)),
        "about": document()["info"]["description"],
        "operations": [_row(operation) for operation in OPERATIONS],
        "description_url": reverse("api-description"),
        "page": PAGE,
        "largest_page": LARGEST_PAGE,
        "problems": [
            {
                "anchor": kind.name,
                "status": kind.status,
                "title": kind.title,
                "help": kind.help,
            }
            for kind in KINDS
        ],
    }


def _row(operation):
    described = _described(operation)
    return {
        "address": _address(operation),
        "summary": described["summary"],
        "description": described["description"],
        "url": reverse("api-operation", args=[operation.name]),
    }


def _address(operation):
    return f"/api/v1/{operation.path}"


def _described(operation):
    return document()["paths"][_address(operation)]["get"]


def operation_page(operation: Operation) -> dict:
    described = _described(operation)
    schema = described["responses"]["200"]["content"]["application/json"]["schema"]
    example = examples().get(operation.name)
    return {
        "crumbs": crumbs(
            (_HOME, reverse("data")),
            (_GUIDE, reverse("api")),
            (described["summary"], None),
        ),
        "address": _address(operation),
        "summary": described["summary"],
        "description": described["description"],
        "parameters": [
            _parameter(each) for each in described["parameters"] if "name" in each
        ],
        "groups": list(_groups("答えの項目", schema)),
        "example": example and _example(example),
    }


def _example(example):
    return {
        "address": example["address"],
        "text": json.dumps(example["answer"], ensure_ascii=False, indent=2),
    }


def _parameter(described):
    schema = described["schema"]
    kind = _KINDS[schema["type"]]
    if "minimum" in schema:
        kind = f"{kind}（{schema['minimum']}から{schema['maximum']}まで）"
    return {
        "name": described["name"],
        "description": described["description"],
        "kind": kind,
        "codes": schema.get("enum", []),
        "is_required": "はい" if described["required"] else "いいえ",
        "default": schema.get("default", ""),
        "example": described.get("example", ""),
    }


def _groups(heading: str, schema: dict):
    """The members of an object, then those of the objects inside, as tables."""
    schema = _resolved(schema)
    inside = []
    rows = []
    for name, member in schema["properties"].items():
        rows.append(_member(name, member))
        for below in (member, member.get("items", {})):
            if "properties" in _resolved(below):
                inside.append((member["title"], below))
    yield {"heading": heading, "rows": rows}
    for title, below in inside:
        yield from _groups(f"{heading}・{title}", below)


def _member(name, schema):
    types = schema["type"]
    types = [types] if isinstance(types, str) else types
    kind = _FORMATS.get(schema.get("format")) or _KINDS[types[0]]
    return {
        "name": name,
        "label": schema["title"],
        "kind": kind,
        "may_be_empty": "はい" if "null" in types else "いいえ",
        "description": schema.get("description", ""),
    }


def _resolved(schema):
    if "$ref" not in schema:
        return schema
    name = schema["$ref"].rpartition("/")[2]
    return document()["components"]["schemas"][name]
