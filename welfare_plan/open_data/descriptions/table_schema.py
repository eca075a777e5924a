"""A table as Table Schema describes it (https://specs.frictionlessdata.io/table-schema/)."""

from welfare_plan.open_data.code_lists import CODE_LISTS
from welfare_plan.open_data.fields import Field, ForeignKey, Table

_TYPES = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    "date": {"type": "date"},
    "datetime": {"type": "datetime", "format": "%Y-%m-%dT%H:%M:%S%z"},
    "url": {"type": "string"},
}


def table_schema(table: Table, *, leaves_out: frozenset[str] = frozenset()) -> dict:
    """`leaves_out`: tables of which a file holds a part, so that keys may lead out."""
    keys = [key for key in table.foreign_keys if key.table not in leaves_out]
    schema = {
        "fields": [_field(field) for field in table.fields],
        "missingValues": [""],
        "primaryKey": list(table.primary_key),
    }
    if keys:
        schema["foreignKeys"] = [_foreign_key(key, table) for key in keys]
    return schema


def _field(field: Field) -> dict:
    described = {"name": field.name, "title": field.label, **_TYPES[field.kind]}
    if text := _description(field):
        described["description"] = text
    constraints: dict = {"required": True} if field.required else {}
    if field.codes:
        constraints["enum"] = list(CODE_LISTS[field.codes].entries)
    if constraints:
        described["constraints"] = constraints
    return described


def _description(field: Field) -> str:
    unit = f"単位は{field.unit}です。" if field.unit else ""
    codes = f"コードの意味は、表codesの{field.codes}にあります。" if field.codes else ""
    return f"{field.description}{unit}{codes}"


def _foreign_key(key: ForeignKey, table: Table) -> dict:
    resource = "" if key.table == table.name else key.table
    return {
        "fields": list(key.fields),
        "reference": {"resource": resource, "fields": list(key.target)},
    }
