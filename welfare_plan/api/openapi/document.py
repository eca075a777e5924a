"""The OpenAPI document. The copy in docs/openapi.json shows every change of it."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.utils.http import quote_etag

from welfare_plan.api import problems
from welfare_plan.api.openapi import schemas
from welfare_plan.api.operations import OPERATIONS, Operation
from welfare_plan.api.parameters import Parameter
from welfare_plan.open_data.schema import TABLES_BY_NAME

# Answers of the site, as a test compares them with it.
EXAMPLES = Path(__file__).with_name("examples.json")
_ABOUT = (
    "公開している計画の文と数値を、プログラムから読むためのAPIです。読むだけで、登録はいりません。"
    "公開していない値は入っていません。"
    "数値は、公表した桁のままのJSONの数です。単位と年度は、となりの項目にあります。"
    "値がないところはnullです。0ではありません。"
    "項目sampleがtrueの値は、試しに使うための作りものです。"
    "利用条件と出典の書き方は、発行者ごとに「publishers」で読めます。"
)
# What each kind of answer with an error is for.
_ERRORS = {
    400: "問い合わせの書き方が違います。何が違うかは、項目detailにあります。",
    404: "その記録はありません。",
    405: "このメソッドは使えません。使えるものは、ヘッダーAllowにあります。",
    503: "いまは答えられません。ヘッダーRetry-Afterの秒数だけ待ってください。",
}


@cache
def document() -> dict:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "地域福祉計画ポータルのAPI",
            "version": "1.0.0",
            "description": _ABOUT,
        },
        "paths": {
            f"/api/v1/{each.path}": {"get": _operation(each)} for each in OPERATIONS
        },
        "components": {
            "schemas": schemas.schemas(
                each.name for each in OPERATIONS if each.name in TABLES_BY_NAME
            ),
            "parameters": {"if_none_match": _IF_NONE_MATCH},
            "headers": _HEADERS,
            "responses": {
                "unchanged": {
                    "description": "前に読んだときから、変わっていません。",
                    "headers": _headers(),
                },
                **{f"error_{status}": _error(status) for status in _ERRORS},
            },
        },
    }


@cache
def written_document() -> tuple[bytes, str]:
    """As it is served, and its tag."""
    text = json.dumps(document(), ensure_ascii=False).encode()
    return text, quote_etag(sha256(text).hexdigest()[:32])


_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "description": "前の答えのETagです。変わっていなければ、304を返します。",
    "schema": {"type": "string"},
}
_HEADERS = {
    "ETag": {
        "description": "この答えの版です。内容が変わると、別の値になります。",
        "schema": {"type": "string"},
    },
    "Last-Modified": {
        "description": "公開している内容が最後に変わった日時です。",
        "schema": {"type": "string"},
    },
    "Allow": {
        "description": "使えるメソッドです。",
        "schema": {"type": "string"},
    },
    "Retry-After": {
        "description": "待つ秒数です。",
        "schema": {"type": "integer"},
    },
}


def _headers(*names):
    names = names or ("ETag", "Last-Modified")
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _error(status):
    own = {405: ("Allow",), 503: ("Retry-After",)}.get(status)
    return {
        "description": _ERRORS[status],
        **({"headers": _headers(*own)} if own else {}),
        "content": {
            problems.CONTENT_TYPE: {"schema": schemas.reference("problem")},
        },
    }


def _operation(operation: Operation) -> dict:
    statuses = [400, *([404] if operation.record else []), 405, 503]
    errors = {
        str(status): {"$ref": f"#/components/responses/error_{status}"}
        for status in statuses
    }
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "description": operation.description,
        "parameters": [
            *(_parameter(each, "path") for each in operation.path_parameters),
            *(_parameter(each, "query") for each in operation.parameters),
            {"$ref": "#/components/parameters/if_none_match"},
        ],
        "responses": {
            "200": {
                "description": operation.summary,
                "headers": _headers(),
                "content": {"application/json": _content(operation)},
            },
            "304": {"$ref": "#/components/responses/unchanged"},
            **errors,
        },
    }


def _content(operation):
    schema = schemas.reference(operation.schema)
    content = (
        {"schema": schemas.page_of(operation.schema)}
        if operation.is_list
        else {"schema": schema}
    )
    example = examples().get(operation.name)
    return {**content, "example": example["answer"]} if example else content


def _parameter(parameter: Parameter, place: str) -> dict:
    described = {
        "name": parameter.name,
        "in": place,
        "required": place == "path" or parameter.required,
        "description": f"{parameter.label}。{parameter.description}",
        "schema": _schema(parameter),
    }
    if parameter.example is not None:
        described["example"] = parameter.example
    return described


def _schema(parameter):
    is_integer = parameter.kind == "integer"
    low, high = ("minimum", "maximum") if is_integer else ("minLength", "maxLength")
    schema = {
        "type": parameter.kind,
        "enum": list(parameter.codes) or None,
        "pattern": f"^(?:{parameter.pattern})$" if parameter.pattern else None,
        low: parameter.low,
        high: parameter.high,
        "default": parameter.default,
    }
    return {name: value for name, value in schema.items() if value is not None}


@cache
def examples() -> dict:
    """By operation: the address that was asked, and what it answered."""
    return json.loads(EXAMPLES.read_text(encoding="utf-8")) if EXAMPLES.exists() else {}
