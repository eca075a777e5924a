"""データの説明 as pages: the tables, the columns of each, and the lists of codes.

All of it is in the schema: no query.
"""

from django.urls import reverse

from plans.presenters import crumbs
from welfare_plan.open_data.code_lists import CODE_LISTS
from welfare_plan.open_data.fields import Field, ForeignKey, Table
from welfare_plan.open_data.kinds import KIND_WORDS
from welfare_plan.open_data.pages import HOME, file_url
from welfare_plan.open_data.schema import TABLES, TABLES_BY_NAME
from welfare_plan.open_data.scopes import Scope

_TITLE = "データの説明"


def dictionary_page() -> dict:
    return {
        "crumbs": crumbs((HOME, reverse("data")), (_TITLE, None)),
        "tables": [
            {
                "name": table.name,
                "label": table.label,
                "description": table.description,
                "url": table_url(table.name),
            }
            for table in TABLES
        ],
    }


def table_url(name: str) -> str:
    return reverse("data-dictionary-table", args=[name])


def table_page(table: Table) -> dict:
    scope = Scope()
    return {
        "crumbs": _below(table.label),
        "name": table.name,
        "label": table.label,
        "description": table.description,
        "csv_url": file_url(scope, f"{table.name}.csv"),
        "json_url": file_url(scope, f"{table.name}.json"),
        "key": "、".join(table.primary_key),
        "links": [_link(key) for key in table.foreign_keys],
        "fields": [_field(field) for field in table.fields],
    }


def code_lists_page() -> dict:
    return {
        "crumbs": _below("コードの一覧"),
        "code_lists": [
            {
                "name": each.name,
                "label": each.label,
                "entries": list(each.entries.items()),
            }
            for each in CODE_LISTS.values()
        ],
    }


def _below(title):
    return crumbs(
        (HOME, reverse("data")), (_TITLE, reverse("data-dictionary")), (title, None)
    )


def _link(key: ForeignKey) -> dict:
    return {
        "fields": "、".join(key.fields),
        "label": TABLES_BY_NAME[key.table].label,
        "url": table_url(key.table),
    }


def _field(field: Field) -> dict:
    unit = f"（{field.unit}）" if field.unit else ""
    kind = f"{KIND_WORDS[field.kind]}{unit}"
    return {
        "name": field.name,
        "label": field.label,
        "kind": f"{kind}、空欄なし" if field.required else kind,
        "description": field.description,
        "codes": field.codes and _codes(field.codes),
    }


def _codes(name):
    url = f"{reverse('data-dictionary-codes')}#{name}"
    return {"label": CODE_LISTS[name].label, "url": url}
