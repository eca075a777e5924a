"""JSON Schema of the answers, made from the fields of the open data."""

from collections.abc import Iterable

from welfare_plan.api import fields
from welfare_plan.api.operations import record_name
from welfare_plan.open_data.code_lists import CODE_LISTS
from welfare_plan.open_data.fields import Field
from welfare_plan.open_data.schema import TABLES, TABLES_BY_NAME
from welfare_plan.search.kinds import KINDS

_TYPES = {
    "string": ("string", ""),
    "url": ("string", "uri-reference"),
    "date": ("string", "date"),
    "datetime": ("string", "date-time"),
}


def of_field(field: Field) -> dict:
    kind, format_ = _TYPES.get(field.kind, (field.kind, ""))
    codes = CODE_LISTS[field.codes].entries if field.codes else {}
    said = [field.description]
    if field.unit:
        said.append(f"単位は{field.unit}です。")
    if codes:
        words = "、".join(f"{code}＝{word}" for code, word in codes.items())
        said.append(f"{words}。")
    schema = {
        "title": field.label,
        "description": "".join(said),
        "type": kind if field.required else [kind, "null"],
    }
    if format_:
        schema["format"] = format_
    if codes:
        schema["enum"] = [*codes, *([] if field.required else [None])]
    return {name: value for name, value in schema.items() if value != ""}


def object_of(own: Iterable[Field], **more: dict) -> dict:
    """An object that always has all of the members, and no others."""
    properties = {field.name: of_field(field) for field in own} | more
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def array_of(title: str, schema: dict) -> dict:
    return {"title": title, "type": "array", "items": schema}


def reference(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def page_of(name: str) -> dict:
    following = {
        "title": "次のページ",
        "description": "続きのアドレスです。最後のページではnullです。",
        "type": ["string", "null"],
        "format": "uri-reference",
    }
    return object_of((), items=array_of("記録", reference(name)), next=following)


def _judgement():
    limits = object_of(fields.LIMIT_FIELDS)
    return {
        "title": "判定",
        "description": (
            "計画のページに出る判定と、その計算です。"
            "計画の期間が終わり、実績の登録もない年度ではnullです。"
        ),
        **_or_null(
            object_of(
                fields.JUDGEMENT_FIELDS,
                steps=array_of("計算の順序", object_of(fields.STEP_FIELDS)),
                limits={
                    "title": "判定の設定",
                    "description": "公表した判定が使った値です。",
                    **_or_null(limits),
                },
            )
        ),
    }


def _or_null(schema):
    return {**schema, "type": ["object", "null"]}


def _tree():
    target = object_of(fields.leaf_fields("targets", "target", "名称"))
    survey = object_of(
        fields.leaf_fields("survey_indicators", "survey_indicator", "評価項目（問い）")
    )
    initiative = object_of(
        fields.node_fields("initiatives", "initiative"),
        targets=array_of("取組目標", target),
    )
    measure = object_of(
        fields.node_fields("measures", "measure"),
        initiatives=array_of("主な取組", initiative),
        targets=array_of("取組目標", target),
    )
    policy = object_of(
        fields.node_fields("policies", "policy"),
        measures=array_of("基本施策", measure),
        survey_indicators=array_of("評価項目", survey),
    )
    return object_of(fields.PLAN_LABELS, policies=array_of("基本方針", policy))


def _found():
    schema = object_of(fields.FOUND_FIELDS)
    schema["properties"]["kind"]["enum"] = list(KINDS)
    return schema


def _problem():
    text = {"type": "string"}
    return {
        "type": "object",
        "title": "エラー",
        "properties": {
            "type": {**text, "title": "説明のアドレス", "format": "uri-reference"},
            "title": {**text, "title": "エラーの名前"},
            "status": {"type": "integer", "title": "状態コード"},
            "detail": {**text, "title": "何が違うか、どうすればよいか"},
            "parameter": {**text, "title": "違っているパラメーター"},
            "known": {
                "type": "array",
                "title": "使えるパラメーター",
                "items": {"type": "string"},
            },
        },
        "required": ["type", "title", "status", "detail"],
        "additionalProperties": False,
    }


def schemas(table_names: Iterable[str]) -> dict[str, dict]:
    """Every description that answers refer to, by name."""
    wanted = set(table_names)
    tables = [table for table in TABLES if table.name in wanted]
    found = {record_name(table.name): object_of(table.fields) for table in tables}
    targets, surveys = TABLES_BY_NAME["targets"], TABLES_BY_NAME["survey_indicators"]
    found[record_name("targets")] = object_of(
        (*targets.fields, *fields.SOURCE_FIELDS), judgement=_judgement()
    )
    results = array_of("調査の結果", reference(record_name("survey_results")))
    return {
        **found,
        "plan_tree": _tree(),
        "survey_indicator_with_results": object_of(surveys.fields, results=results),
        "found": _found(),
        "problem": _problem(),
    }
